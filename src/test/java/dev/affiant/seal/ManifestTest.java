package dev.affiant.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Digest;
import dev.affiant.evidence.End;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Missing;
import dev.affiant.evidence.Outcome;
import dev.affiant.evidence.Rect;
import dev.affiant.evidence.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ManifestTest {
  private static final Digest DIGEST = Digest.of(new byte[] {1});

  private static Manifest sample() {
    Artifact shot =
        Artifact.of(Role.SCREENSHOT_FULL, 1, DIGEST, "chromium Page.captureScreenshot")
            .labelled("after")
            .showing(new Rect(0, 0, 1280, 900.5), 1)
            .of("https://example.com/frame")
            .from(List.of("rendered-01.html.txt"));
    return new Manifest(
        TestManifests.CAPTURE,
        TestManifests.CASE,
        Outcome.of(End.PARTIAL, "failed:image", "/p/3.jpg answered 404"),
        List.of(Artifact.of(Role.RENDERED, 1, DIGEST, "playwright content"), shot),
        List.of(new Withheld("mhtml-01.mhtml", Role.MHTML, DIGEST, "MNM-1")),
        List.of("no-content-marker"),
        TestManifests.sections());
  }

  @Test
  void itsBytesAreReadBackAndWrittenAgain() {
    byte[] bytes = sample().bytes(TestManifests.salt());
    assertEquals(sample().artifacts(), Manifest.parse(bytes).artifacts());
    assertArrayEquals(bytes, Manifest.parse(bytes).bytes(TestManifests.salt()));
    assertEquals(0, Manifest.parse(bytes).at("/time/timestampsExpected").asInt());
    assertTrue(Manifest.parse(bytes).at("/nowhere/at/all").isMissingNode());
  }

  @Test
  void everyArtifactHasALineThatBeginsWithItsNameAndHash() {
    String text = new String(sample().bytes(TestManifests.salt()), StandardCharsets.UTF_8);
    List<String> lines = text.lines().filter(l -> l.startsWith("{\"name\":")).toList();
    assertEquals(2, lines.size(), "no string of a page begins a line");
    assertTrue(
        lines
            .get(0)
            .startsWith(
                "{\"name\":\"rendered-01.html.txt\",\"sha256\":\""
                    + DIGEST.sha256()
                    + "\",\"bytes\":1,"));
  }

  @Test
  void aNullWithoutAReasonCannotBe() {
    assertRefused("/browser/build is null without a reason", "browser", s -> bare(s, "build"));
    assertRefused("is explained but not null", "browser", s -> explained(s, "/browser/none"));
    assertRefused("is explained twice", "browser", s -> explained(s, "/browser/build"));
  }

  @Test
  void aGroupOrFieldThatIsAbsentCannotBe() {
    List<Section> fewer = new ArrayList<>(TestManifests.sections());
    fewer.remove(4);
    assertEquals("manifest: /network is absent", message(fewer));
    assertRefused(
        "/browser/build is absent",
        "browser",
        s -> new Section("browser", Json.object(), List.of()));
    List<Section> twice = new ArrayList<>(TestManifests.sections());
    twice.add(twice.get(0));
    assertEquals("manifest: /identity is there twice", message(twice));
  }

  @Test
  void aNameThatIsNoSafeFileNameCannotBe() {
    for (String name :
        List.of("../rendered", "rendered", "rendered-/x", "mhtml-01.mhtml", "rendered-01\n.txt")) {
      Artifact odd =
          new Artifact(
              name,
              Role.RENDERED,
              java.util.Optional.empty(),
              "text/html",
              DIGEST,
              "x",
              List.of(),
              java.util.Optional.empty(),
              java.util.Optional.empty(),
              java.util.OptionalDouble.empty());
      assertThrows(
          IllegalArgumentException.class,
          () -> TestManifests.of(TestManifests.CAPTURE, List.of(odd)),
          name);
    }
    Artifact one = Artifact.of(Role.WARC, 1, DIGEST, "x");
    assertThrows(
        IllegalArgumentException.class,
        () -> TestManifests.of(TestManifests.CAPTURE, List.of(one, one)));
  }

  @Test
  void bytesInAnyOtherFormAreRefused() {
    String text = new String(sample().bytes(TestManifests.salt()), StandardCharsets.UTF_8);
    for (String odd :
        List.of(
            text + " ",
            text.replace("\"bytes\":1,", "\"bytes\": 1,"),
            text.replace("\"outcome\":\"PARTIAL\",\n", ""),
            text.replace("affiant-manifest/v1", "affiant-manifest/v2"),
            text.replace("\"salt\":\"", "\"salt\":\"AAAA"),
            text.replace(",\n", ", "),
            "[]",
            "")) {
      byte[] bytes = odd.getBytes(StandardCharsets.UTF_8);
      assertThrows(IllegalArgumentException.class, () -> Manifest.parse(bytes), odd);
    }
  }

  @Test
  void theSchemaNamesTheFieldsThatManifestsHave() throws IOException {
    JsonNode schema =
        Json.parse(Files.readAllBytes(Path.of("docs/schema/affiant-manifest-v1.schema.json")));
    JsonNode manifest = Json.parse(sample().bytes(TestManifests.salt()));
    assertEquals(
        new TreeSet<>(names(schema.path("required"))), new TreeSet<>(manifest.propertyNames()));
    for (Group group : Group.values()) {
      assertEquals(group.fields(), names(schema.at("/properties/" + group.word() + "/required")));
    }
    JsonNode shot = manifest.at("/artifacts/1");
    assertEquals(
        new TreeSet<>(schema.at("/$defs/artifact/properties").propertyNames()),
        new TreeSet<>(shot.propertyNames()));
    assertEquals(
        Arrays.stream(Role.values()).map(Role::word).toList(),
        names(schema.at("/$defs/role/enum")));
    assertEquals(
        Arrays.stream(End.values()).map(End::name).toList(),
        names(schema.at("/properties/outcome/enum")));
  }

  private static List<String> names(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static Section bare(Section section, String field) {
    return new Section(
        section.name(),
        section.facts(),
        section.missing().stream().filter(m -> !m.at().endsWith("/" + field)).toList());
  }

  private static Section explained(Section section, String at) {
    List<Missing> more = new ArrayList<>(section.missing());
    more.add(new Missing(at, "because"));
    return new Section(section.name(), section.facts(), more);
  }

  private static void assertRefused(
      String why, String name, java.util.function.UnaryOperator<Section> change) {
    List<Section> sections =
        TestManifests.sections().stream()
            .map(s -> s.name().equals(name) ? change.apply(s) : s)
            .toList();
    assertTrue(message(sections).contains(why), message(sections));
  }

  private static String message(List<Section> sections) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new Manifest(
                        TestManifests.CAPTURE,
                        TestManifests.CASE,
                        Outcome.complete(),
                        List.of(),
                        List.of(),
                        List.of(),
                        sections))
            .getMessage();
    return String.valueOf(message);
  }
}
