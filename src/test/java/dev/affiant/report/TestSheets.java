package dev.affiant.report;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Digest;
import dev.affiant.evidence.End;
import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Missing;
import dev.affiant.evidence.Outcome;
import dev.affiant.evidence.Rect;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Manifest;
import dev.affiant.seal.Section;
import dev.affiant.seal.Withheld;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import tools.jackson.databind.node.ObjectNode;

/** A holding in memory with captures as the story makes them. */
final class TestSheets implements Holding {
  static final String HOSTILE = "\u001b[2J\u202e\"><script>alert(1)</script>\0=cmd()";
  static final CaptureId ID = CaptureId.parse("019ab3c2-7f10-7abc-8def-0123456789ab");
  private static final UUID CASE = UUID.fromString("019ab3c0-0000-7abc-8def-0123456789ab");
  final Map<Sha256, byte[]> objects = new HashMap<>();

  @Override
  public Optional<InputStream> open(Sha256 object) {
    return Optional.ofNullable(objects.get(object)).map(ByteArrayInputStream::new);
  }

  Digest put(byte[] bytes) {
    objects.put(Sha256.of(bytes), bytes);
    return Digest.of(bytes);
  }

  private Digest put(String text) {
    return put(text.getBytes(StandardCharsets.UTF_8));
  }

  Reference reference(String type, Sha256 commit) {
    return new Reference(
        ID,
        type,
        12,
        14,
        commit,
        "smith-v-jones",
        "Europe/London",
        Optional.empty(),
        List.of(new Reference.Custody(13, "2026-11-25T09:00:00.000Z", "exported to counsel")));
  }

  static byte[] picture(int height) throws IOException {
    BufferedImage image = new BufferedImage(1280, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(0xf7f7f2));
    pen.fillRect(0, 0, 1280, height);
    pen.setColor(new Color(0x24405e));
    pen.fillRect(0, 0, 1280, 120);
    for (int y = 180; y < height; y += 60) {
      pen.setColor(new Color(0x55606d));
      pen.fillRect(80, y, 700 + (y * 37) % 400, 18);
    }
    pen.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  /** A capture with a shortfall, redirects, actions, and a page whose title attacks the reader. */
  Manifest partial() throws IOException {
    Artifact strip =
        Artifact.of(Role.SCREENSHOT_FULL, 1, put(picture(2400)), "chromium Page.captureScreenshot")
            .showing(new Rect(0, 0, 1280, 2400), 1);
    Artifact network = Artifact.of(Role.NETWORK, 1, put(network()), "affiant");
    Artifact actions =
        Artifact.of(
            Role.ACTIONS,
            1,
            put(
                """
                {"at":"2026-11-24T22:51:29.204Z","ms":412,"did":"goTo","with":{"url":"http://shop.lab/item/9"},"result":"ok"}
                {"at":"2026-11-24T22:51:30.004Z","ms":31,"did":"scrollTo","with":{"y":1600},"result":"ok"}
                """),
            "affiant");
    Artifact text = Artifact.of(Role.VISIBLE_TEXT, 1, put("A kettle, 29.00"), "affiant");
    return new Manifest(
        ID,
        CASE,
        Outcome.of(End.PARTIAL, "failed:image", "/p/3.jpg answered 404"),
        List.of(text, strip, network, actions),
        List.of(new Withheld("mhtml-01.mhtml", Role.MHTML, Digest.of(new byte[] {1}), "MNM-1")),
        List.of(),
        sections());
  }

  private static String network() {
    return """
        {"format":"affiant-network/v1"}
        {"type":"request","seq":0,"kind":"document","url":"http://shop.lab/item/9","ending":"finished","effect":"accounted","answer":{"status":200}}
        {"type":"request","seq":7,"kind":"image","url":"http://shop.lab/p/3.jpg","ending":"finished","effect":"partial","reason":"answered 404","answer":{"status":404}}
        {"type":"request","seq":9,"kind":"fetch","url":"http://127.0.0.1:22/","ending":"blocked","effect":"partial","reason":"blocked:NET-2 127.0.0.1 is a loopback address","answer":null}
        """;
  }

  private static List<Section> sections() {
    return List.of(
        section("identity", "{\"environment\":\"LAB\",\"engine\":\"playwright\",\"profile\":null}"),
        section(
            "authority",
            "{\"purpose\":\"litigation-evidence\",\"purposeText\":\"to prove what was published\",\"lawfulBasis\":\"6(1)(f)\",\"operator\":{\"name\":\"A. Clerk\",\"role\":\"paralegal\"},\"controller\":\"Example LLP\",\"jurisdictions\":[\"uk\"],\"retention\":\"close+P6Y\"}"),
        target(),
        section(
            "time",
            "{\"startedAt\":\"2026-11-24T22:51:29.004Z\",\"navigatedAt\":\"2026-11-24T22:51:29.104Z\",\"settledAt\":\"2026-11-24T22:51:30.404Z\",\"endedAt\":\"2026-11-24T22:51:30.604Z\",\"clock\":\"synchronised, error at most 12 ms\",\"freshness\":{},\"timestampsExpected\":0}"),
        section(
            "network",
            "{\"egressIp\":null,\"peer\":\"127.0.0.1:41873\",\"protocol\":\"http/1.1\",\"tls\":null,\"bodies\":\"content-decoded\",\"proxy\":\"Affiant's own, on loopback; passes bytes through and opens no TLS\",\"requests\":{\"all\":12,\"finished\":10,\"blocked\":1}}"),
        section(
            "browser",
            "{\"build\":{\"engine\":\"playwright\",\"engineVersion\":\"1.62.0\",\"browser\":\"Chromium headless shell\",\"browserVersion\":\"156.0\",\"sandbox\":false},\"view\":{\"locale\":\"en-GB\",\"timezone\":\"UTC\",\"width\":1280,\"height\":1600,\"scale\":1.0,\"javascript\":true,\"loggedIn\":false},\"userAgent\":\"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/156.0 Safari/537.36 Affiant/0.1.0\",\"fontsDigest\":null,\"freshProfile\":true,\"cacheDisabled\":true,\"serviceWorkers\":\"refused\"}"),
        section(
            "agent",
            "{\"product\":\"Affiant\",\"version\":\"0.1.0\",\"jarSha256\":null,\"jdk\":\"17.0.15\",\"system\":\"Linux\",\"imageDigest\":null,\"selfTest\":null}"),
        section(
            "page",
            "{\"access\":\"CONTENT\",\"scrollSteps\":3,\"heightBefore\":1800,\"heightAfter\":2400,\"cap\":\"\"}"),
        section(
            "checks",
            "{\"warnings\":[{\"code\":\"service-worker\",\"detail\":\"registration refused\"}]}"),
        section(
            "relations",
            "{\"previous\":null,\"dependsOn\":[],\"parent\":null,\"batch\":null,\"watch\":null,\"secondLookOf\":null}"),
        section(
            "decision",
            "{\"stages\":[{\"stage\":\"PLAN\",\"effect\":\"PERMIT\",\"at\":\"2026-11-24T22:51:29.000Z\",\"grounds\":[{\"rule\":\"PUB-1\",\"effect\":\"PERMIT\",\"why\":\"the page is visited logged out\",\"remedy\":\"\"}]},{\"stage\":\"HOP\",\"effect\":\"REFUSE\",\"at\":\"2026-11-24T22:51:30.000Z\",\"grounds\":[{\"rule\":\"NET-2\",\"effect\":\"REFUSE\",\"why\":\"127.0.0.1 is a loopback address\",\"remedy\":\"\"}]}],\"conditions\":[]}"));
  }

  private static Section target() {
    ObjectNode facts =
        (ObjectNode)
            Json.parse(
                "{\"urlRequested\":\"http://shop.lab/i/9\",\"urlVisited\":\"http://shop.lab/i/9\",\"urlFinal\":\"http://shop.lab/item/9\",\"urlCanonical\":null,\"redirects\":[{\"url\":\"http://shop.lab/i/9\",\"status\":302,\"location\":\"/item/9\",\"at\":\"2026-11-24T22:51:29.110Z\"}],\"status\":200}");
    facts.put("title", "A kettle " + HOSTILE);
    return withMissing("target", facts);
  }

  private static Section section(String name, String json) {
    return withMissing(name, (ObjectNode) Json.parse(json));
  }

  private static Section withMissing(String name, ObjectNode facts) {
    List<Missing> missing =
        facts.properties().stream()
            .filter(f -> f.getValue().isNull())
            .map(
                f ->
                    new Missing(
                        "/" + name + "/" + f.getKey(),
                        "not looked up: Affiant speaks to nobody but the page"))
            .toList();
    return new Section(name, facts, missing);
  }

  Sheet partialSheet() throws IOException {
    Digest digest = put(partial().bytes(new byte[32]));
    return new SheetReader(this).read(reference("capture", digest.sha256()));
  }

  Sheet refusedSheet() throws IOException {
    Digest digest =
        put(
            "{\"schema\":\"affiant-refusal/v1\",\"target\":\"http://x.lab/ada\",\"operator\":\"A. Clerk\",\"lab\":true,\"at\":\"2026-11-24T22:52:00.000Z\",\"decision\":{\"stage\":\"PLAN\",\"effect\":\"REFUSE\",\"at\":\"2026-11-24T22:52:00.000Z\",\"grounds\":[{\"rule\":\"TOS-1\",\"effect\":\"REFUSE\",\"why\":\"the terms forbid automated collection without consent\",\"remedy\":\"affiant case authority add …\"}]}}");
    Reference r = reference("refusal", digest.sha256());
    return new SheetReader(this)
        .read(
            new Reference(
                r.id(),
                r.type(),
                13,
                14,
                r.commit(),
                r.caseLabel(),
                r.zone(),
                r.target(),
                List.of()));
  }
}
