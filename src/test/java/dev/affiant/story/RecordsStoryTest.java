package dev.affiant.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.extract.ExifTest;
import dev.affiant.lab.LabServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an analyst asks of records: what was said when, by whom, of whom, where, leading where. */
class RecordsStoryTest {
  @TempDir Path folder;

  @Test
  void theRecordsOfACaseAnswerWhoSaidWhatWhen() throws IOException {
    CommandLine line = new CommandLine(folder.resolve("store"));
    String post = "http://bsky.app.lab/profile/ada.harbour.example/post/3l3vgf77uco2g";
    try (LabServer lab = LabServer.start(Path.of("fixtures"), Clock.systemUTC())) {
      assertEquals(0, line.capture(lab, post).code());
      assertEquals(0, line.capture(lab, post).code());
      assertEquals(0, line.capture(lab, "http://social.lab/@ines").code());
    }
    timeline(line);
    accounts(line);
    CommandLine.Answer links = line.run("links", "--json", "--about", "notice.example");
    assertEquals("links-to", links.json().get(0).path("type").asString());
    assertEquals(2, links.json().get(0).path("captures").size(), links.out());
    CommandLine.Answer tags = line.run("links", "--type", "tags");
    assertTrue(tags.out().contains("#nightferry"), tags.out());
    CommandLine.Answer wrong = line.run("links", "--type", "love");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("no tie is called love"), wrong.err());
    CommandLine.Answer mentions = line.run("mentions");
    assertTrue(mentions.out().contains("mentions"), mentions.out());
    assertTrue(mentions.out().contains("LAB"), mentions.out());
    altered(line);
  }

  @Test
  void aPictureThatSaysWhereItWasTakenIsAPlaceThatIsClaimed() throws IOException {
    Path sites = Files.createDirectories(folder.resolve("sites/quay.lab"));
    Files.writeString(
        sites.resolve("site.yaml"),
        """
        about: A picture with a place in it.
        hosts: [quay.lab]
        routes:
          - {path: /, body: "<!doctype html><meta charset=utf-8><title>Quay</title><link rel=icon href='data:,'><main><h1>The quay at night</h1><img src=/quay.jpg alt=Quay></main>"}
          - {path: /quay.jpg, file: quay.jpg}
        """);
    Files.write(sites.resolve("quay.jpg"), ExifTest.onTheQuay());
    CommandLine line = new CommandLine(folder.resolve("store"));
    String index;
    try (LabServer lab = LabServer.start(folder.resolve("sites"), Clock.systemUTC())) {
      JsonNode end = line.capture(lab, "http://quay.lab/").json().get(0);
      assertEquals("COMPLETE", end.path("outcome").asString(), end.toString());
      index = end.at("/entry/index").asString();
    }
    JsonNode place = line.run("places", "--json").json().get(0);
    assertEquals("exif", place.path("source").asString());
    assertEquals("claimed", place.path("verdict").asString());
    assertEquals(54.5, place.path("latitude").asDouble());
    CommandLine.Answer again = line.run("extract", index);
    assertEquals(0, again.code(), again.out());
  }

  private static void timeline(CommandLine line) {
    CommandLine.Answer timeline = line.run("timeline", "--json");
    List<JsonNode> same =
        timeline.json().stream()
            .filter(
                j -> j.path("seen").size() == 2 && j.path("position").asString().equals("focal"))
            .toList();
    assertEquals(1, same.size(), timeline.out());
    assertTrue(same.get(0).path("lab").asBoolean());
    assertEquals("64", same.get(0).at("/metrics/likes/max").asString());
    CommandLine.Answer csv = line.run("timeline", "--csv");
    assertTrue(csv.out().startsWith("\"from\",\"to\",\"precision\""), csv.out());
    CommandLine.Answer as2 = line.run("timeline", "--format", "as2");
    assertEquals("OrderedCollection", as2.json().get(0).path("type").asString());
    assertEquals(2, line.run("timeline", "--format", "xml").code());
    assertEquals(2, line.run("timeline", "--format", "as2", "--about", "ada").code());
    assertEquals(as2.out(), line.run("timeline", "--format", "as2").out());
  }

  private static void accounts(CommandLine line) {
    CommandLine.Answer accounts = line.run("accounts", "--json", "--about", "social.lab/ines");
    JsonNode own =
        accounts.json().stream()
            .filter(j -> j.path("ownPage").asBoolean())
            .findFirst()
            .orElseThrow(() -> new AssertionError(line.run("accounts").out()));
    assertTrue(own.path("links").toString().contains("ines.example"), own.toString());
    CommandLine.Answer text = line.run("accounts");
    assertTrue(text.out().contains("LAB"), text.out());
  }

  /** A record that is not what was sealed is not read. */
  private void altered(CommandLine line) throws IOException {
    String hash = line.run("timeline", "--json").json().get(0).at("/seen/0/records").asString();
    Path object =
        folder.resolve("store/objects").resolve(hash.substring(0, 2)).resolve(hash.substring(2));
    object.toFile().setWritable(true);
    Files.writeString(object, Files.readString(object) + " ");
    CommandLine.Answer told = line.run("timeline");
    assertEquals(20, told.code(), told.out());
    assertTrue(told.err().contains("altered, and are not read"), told.err());
  }
}
