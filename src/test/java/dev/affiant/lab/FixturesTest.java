package dev.affiant.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The sites under fixtures/, asked without a browser. */
class FixturesTest {
  private static final Path FIXTURES = Path.of("fixtures");
  private static final int WHOLE = 1 << 24;
  private static final Set<String> NEVER_FETCHED =
      Set.of("schema.org", "www.w3.org", "example.org");
  private static final Set<String> ON_PURPOSE =
      Set.of(
          "10.1.2.3",
          "127.0.0.1",
          "localhost",
          "169.254.169.254",
          "0x0a010203",
          "0x7f000001",
          "not-in-this.lab",
          Sites.REBINDING_HOST);
  private static LabServer lab;

  @BeforeAll
  static void start() {
    lab = LabServer.start(FIXTURES, Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  private static String get(String url, int enough) throws IOException {
    URI uri = URI.create(url);
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return RawClient.get(lab.address(), uri.getHost(), uri.getRawPath() + query, enough);
  }

  static Stream<String> pages() throws IllegalAccessException {
    List<String> pages = new ArrayList<>();
    for (Field field : Sites.class.getFields()) {
      String value = String.valueOf(field.get(null));
      if (value.startsWith("http")) {
        pages.add(value);
      }
    }
    return pages.stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyNamedPageAnswers(String url) throws IOException {
    String got = get(url, WHOLE);
    assertTrue(got.startsWith("HTTP/1.1 "), got);
    assertFalse(got.startsWith("HTTP/1.1 421"), got);
    assertEquals(
        url.equals(Sites.GONE),
        got.startsWith("HTTP/1.1 404"),
        () -> url + " " + got.lines().findFirst());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPartOfANamedPageIsServed(String url) throws IOException {
    String page = get(url, WHOLE);
    Matcher parts = Pattern.compile(" (?:src|href)=\"(/[^\"]+\\.[a-z0-9]+)\"").matcher(page);
    URI base = URI.create(url);
    while (parts.find()) {
      String part = base.getScheme() + "://" + base.getHost() + parts.group(1);
      if (!part.endsWith("/p/3.jpg") && !part.contains("%")) {
        int status = lab.published(part).orElseThrow().status();
        assertEquals(part.endsWith("/moved.png") ? 301 : 200, status, part);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://mastodon.lab/@ada/1, 410",
    "http://shop.lab/p/3.jpg, 404",
    "http://club.lab/members, 302",
    "http://club.lab/basic, 401",
    "http://club.lab/forbidden, 403",
    "http://club.lab/too-many, 429",
    "http://club.lab/legal, 451",
    "http://club.lab/broken, 500",
    "http://club.lab/resting, 503",
    "http://zoo.lab/nothing, 204",
    "http://hostile.lab/missing, 404",
    "http://hostile.lab/broken, 500",
    "http://hostile.lab/nothing, 204"
  })
  void statusesAreAsNamed(String url, int status) throws IOException {
    assertTrue(get(url, WHOLE).startsWith("HTTP/1.1 " + status + " "));
  }

  @Test
  void redirectsLeadWhereTheyShould() throws IOException {
    assertTrue(get(Sites.CLUB_MEMBERS, WHOLE).contains("Location: /login?next=%2Fmembers\r\n"));
    assertTrue(get(Sites.REDIRECT_PRIVATE, WHOLE).contains("Location: http://10.1.2.3/\r\n"));
    assertTrue(get(Sites.REDIRECT_FILE, WHOLE).contains("Location: file:///etc/passwd\r\n"));
    assertTrue(get(Sites.ZOO_START, WHOLE).contains("Location: /step?2\r\n"));
  }

  @Test
  void aHundredRedirectsEndQuietly() throws IOException {
    String target = "/redirect-hundred";
    int hops = 0;
    while (!target.equals("/quiet")) {
      Matcher to =
          Pattern.compile("Location: (\\S+)").matcher(get("http://hostile.lab" + target, WHOLE));
      assertTrue(to.find());
      target = to.group(1);
      hops++;
    }
    assertEquals(100, hops);
  }

  @ParameterizedTest
  @CsvSource({
    "headers-never, X-Slow: yes",
    "body-never, and more",
    "body-silent, What follows never comes",
    "chunks-broken, zz",
    "chunks-cut, and then the connection ends",
    "short, Shorter than promised",
    "headers-latin, No colon in this line",
    "not-http, SSH-2.0",
    "download, attachment",
    "nodes, <i>node</i>"
  })
  void hostileAnswersMisbehaveAsNamed(String name, String sign) throws IOException {
    String got = RawClient.until(lab.address(), "hostile.lab", "/" + name, sign);
    assertTrue(got.endsWith(sign), got);
  }

  @ParameterizedTest
  @CsvSource({"body/100, 104857600", "bomb, 1073741824"})
  void hostileBodiesAreAsLongAsNamed(String name, long decoded) {
    assertEquals(decoded, lab.published(Sites.hostile(name)).orElseThrow().decoded().bytes());
  }

  @Test
  void aHeaderWithANulIsSent() throws IOException {
    assertTrue(get(Sites.hostile("headers-invalid"), WHOLE).contains("X-Nul: a\u0000b\r\n"));
  }

  @Test
  void theHostileIndexNamesEveryPage() throws IOException {
    Matcher links = Pattern.compile("href=\"/([a-z0-9/-]+)\"").matcher(get(Sites.HOSTILE, WHOLE));
    Site site = SiteFile.read(FIXTURES.resolve("hostile.lab"));
    int count = 0;
    while (links.find()) {
      Reply reply = site.first("GET", "/" + links.group(1));
      boolean lost = reply instanceof Reply.Plain plain && plain.status() == 404;
      assertEquals(links.group(1).equals("missing"), lost, links.group(1));
      count++;
    }
    assertTrue(count > 35, "count " + count);
  }

  @Test
  void codedBodiesDecodeToTheFilesBesideThem() throws IOException {
    Path zoo = FIXTURES.resolve("zoo.lab/files");
    for (String name : List.of("zoo.css", "data.json")) {
      try (GZIPInputStream in =
          new GZIPInputStream(
              new ByteArrayInputStream(Files.readAllBytes(zoo.resolve(name + ".gz"))))) {
        assertArrayEquals(Files.readAllBytes(zoo.resolve(name)), in.readAllBytes(), name);
      }
    }
    Published brotli = lab.published("https://zoo.lab/zoo.js").orElseThrow();
    assertEquals(Digest.of(Files.readAllBytes(zoo.resolve("zoo.js"))), brotli.decoded());
    assertEquals(Digest.of(Files.readAllBytes(zoo.resolve("zoo.js.br"))), brotli.sent());
  }

  @Test
  void theZooAnswersAPreflight() throws IOException {
    String got =
        RawClient.say(
            lab.address(),
            "OPTIONS /cors HTTP/1.1\r\nHost: other.lab\r\nConnection: close\r\n\r\n");
    assertTrue(got.startsWith("HTTP/1.1 204"), got);
    assertTrue(got.contains("Access-Control-Allow-Headers: X-Zoo, Content-Type\r\n"), got);
  }

  @Test
  void theEventStreamStaysOpenAfterTwoEvents() throws IOException {
    String got = RawClient.until(lab.address(), "zoo.lab", "/events", "data: two\n\n\r\n");
    assertTrue(got.endsWith("\r\n\r\nb\r\ndata: one\n\n\r\nb\r\ndata: two\n\n\r\n"), got);
  }

  @ParameterizedTest
  @CsvSource({
    "H, 100000",
    "H, 33000",
    "FIXED, 16400",
    "STICKY, 900",
    "LAZY, 16400",
    "OBSERVED, 60000"
  })
  void tallPagesHaveARowEveryHundredPixels(Sites.Tall kind, int px) throws IOException {
    String page = get(Sites.tall(kind, px), WHOLE);
    assertTrue(page.contains("height: " + px + "px"), kind + " " + px);
    for (int row = 0; row < px; row += 100) {
      assertTrue(page.contains("<i></i>line " + row), "row " + row);
    }
    assertFalse(page.contains("line " + px));
    assertFalse(page.contains("{{"));
  }

  @Test
  void hostileStringsArriveUnchanged() throws IOException {
    assertTrue(get("http://strings.lab/title/escapes", WHOLE).contains("\u001b[31mRED"));
    assertTrue(get("http://strings.lab/title/nul", WHOLE).contains("before\u0000after"));
    String rtl = get("http://strings.lab/title/rtl", WHOLE);
    assertTrue(
        new String(rtl.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
            .contains("invoice\u202efdp.exe"));
    assertTrue(get("http://strings.lab/title/long", WHOLE).contains("A".repeat(10_240)));
    String headers = get(Sites.STRINGS_HEADERS, WHOLE);
    assertTrue(headers.contains("X-Long: " + "L".repeat(10_240) + "\r\n"));
    assertTrue(headers.contains("X-Latin: \u00e9\u00ff\u0080\r\n"));
    assertTrue(get("http://strings.lab/n/" + "L".repeat(10_240), WHOLE).startsWith("HTTP/1.1 200"));
    assertTrue(
        get("http://strings.lab/download", WHOLE).contains("../../../../tmp/owned\u001b[31m.sh"));
  }

  @Test
  void noPageRefersToAHostOutsideTheLab() throws IOException {
    Set<String> outside = new TreeSet<>();
    Pattern address = Pattern.compile("(?:https?|wss?)://([A-Za-z0-9.-]+)");
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      for (Path file :
          files.filter(f -> f.toString().matches(".*\\.(html|js|css|yaml|json|svg)")).toList()) {
        Matcher hosts = address.matcher(Files.readString(file));
        while (hosts.find()) {
          String host = hosts.group(1);
          if (lab.lab().at(host).isEmpty()
              && lab.lab().at(host + ".lab").isEmpty() // what a platform calls itself
              && !host.endsWith(".example") // RFC 2606: nobody's
              && !NEVER_FETCHED.contains(host)
              && !ON_PURPOSE.contains(host)) {
            outside.add(host + " in " + file);
          }
        }
      }
    }
    assertEquals(Set.of(), outside);
  }
}
