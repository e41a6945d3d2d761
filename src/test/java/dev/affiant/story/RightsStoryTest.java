package dev.affiant.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.custody.PaperPages;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Access requests, the record of processing, and the retention sweep. */
class RightsStoryTest {
  @TempDir Path folder = Path.of("");
  private CommandLine affiant = new CommandLine(Path.of(""));
  private Path store = Path.of("");

  @BeforeEach
  void openACaseWhoseTimeIsOver() {
    store = folder.resolve("evidence");
    affiant = new CommandLine(store);
    open("old", "2020-01-01");
  }

  @Test
  void everyMentionOfAHandleIsFoundAndNoOther() {
    capture("https://example.org/@Ada", "x", "nothing here");
    capture("https://example.org/1", "by Ada", "nothing here");
    capture("https://example.org/2", "x", "said @ada, and ADA again");
    capture("https://example.org/3", "adamant", "adam and nevada");
    CommandLine.Answer answer = done("case", "export-subject", "@ada");
    List<JsonNode> found = answer.json();
    assertEquals(3, found.size(), answer.out());
    assertEquals(
        List.of("url", "title", "text"),
        found.stream()
            .sorted(java.util.Comparator.comparingLong(f -> f.path("index").asLong()))
            .map(f -> f.path("where").get(0).asString())
            .toList());
    JsonNode text =
        found.stream().filter(f -> f.path("mentions").asInt() == 2).findFirst().orElseThrow();
    assertTrue(text.path("excerpts").get(0).asString().contains("said @ada"), text.toString());
    JsonNode act = lastAct();
    assertEquals("subject", act.at("/document/form").asString());
    assertFalse(act.toString().toLowerCase(java.util.Locale.ROOT).contains("ada"), act.toString());
    assertEquals(2, affiant.run("case", "export-subject", "@").code());
  }

  @Test
  void anAnswerGoesIntoANewFile() throws IOException {
    capture("https://example.org/@ada", "x", "nothing here");
    Path out = folder.resolve("answer.json");
    done("case", "export-subject", "ada", "-o", out.toString());
    assertTrue(Files.readString(out).contains("example.org/@ada"));
    assertEquals(2, affiant.run("case", "export-subject", "ada", "-o", out.toString()).code());
  }

  @Test
  void aRestrictionDoesNotKeepASubjectFromKnowing() {
    CaptureId id = capture("https://example.org/@ada", "x", "nothing here");
    done("restrict", id.tail(), "--reason", "accuracy contested");
    assertEquals(1, done("case", "export-subject", "ada").json().size());
  }

  @Test
  void theRecordOfProcessingSaysWhatIsOnRecordAndWhatIsMissing() {
    CaptureId id = capture("https://example.org/1", "x", "words");
    done("export", id.tail(), "-o", folder.resolve("out").toString(), "--to", "counsel");
    done("handover", "-o", folder.resolve("h.mv.db").toString());
    JsonNode ropa = done("case", "ropa").json().get(0);
    assertEquals("A. Clerk", ropa.at("/controller/name").asString());
    assertEquals("6(1)(f)", ropa.at("/processing/lawfulBasis").asString());
    assertEquals(1, ropa.at("/processing/captures/COMPLETE").asInt());
    assertEquals("counsel", ropa.at("/recipients/0/recipient").asString());
    assertEquals("handover", ropa.at("/recipients/1/form").asString());
    assertEquals("2020-01-01", ropa.at("/retention/keepUntil").asString());
    for (JsonNode missing : ropa.path("missing")) {
      assertTrue(ropa.at(missing.path("at").asString()).isNull(), missing.toString());
    }
    open("other", "2099-01-01");
    assertEquals(2, done("case", "ropa", "--all").json().size());
  }

  @Test
  void aDryRunChangesNothingAndASweepErasesWhatIsNotHeld() {
    CaptureId gone = capture("https://example.org/1", "x", "words");
    CaptureId held = capture("https://example.org/2", "y", "other words");
    done(
        "case",
        "hold",
        "add",
        held.tail(),
        "--ref",
        "LH-7",
        "--review",
        "2027-05-25",
        "--reason",
        "a");
    open("young", "2099-01-01");
    CaptureId young = capture("https://example.org/3", "z", "young words");
    long size = new PaperPages(store).store().size();
    List<JsonNode> plan = done("case", "sweep", "--dry-run", "--json").json();
    assertEquals(
        List.of("would be erased", "held"),
        plan.stream().map(p -> p.path("what").asString()).toList());
    assertEquals("LH-7", plan.get(1).path("hold").asString());
    assertEquals(size, new PaperPages(store).store().size());
    assertEquals(2, affiant.run("case", "sweep").code());

    String swept = done("case", "sweep", "--granted-by", "B. Partner").out();
    assertTrue(swept.contains("2 past their retention, 1 erased"), swept);
    assertTrue(affiant.run("show", gone.tail()).err().contains("was erased"));
    done("show", held.tail());
    done("show", young.tail());
    done("verify", "--all");
    assertEquals(
        "held", done("case", "sweep", "--dry-run", "--json").json().get(0).path("what").asString());
  }

  @Test
  void aSweepByOnePersonIsRefused() {
    CaptureId id = capture("https://example.org/1", "x", "words");
    assertTrue(done("case", "sweep", "--granted-by", "A. Clerk").out().contains("refused, DSR-3"));
    done("show", id.tail());
  }

  private void open(String label, String until) {
    done(
        "case",
        "new",
        "--id",
        label,
        "--purpose",
        "brand-monitoring",
        "--basis",
        "6(1)(f)",
        "--operator",
        "A. Clerk",
        "--keep-until",
        until);
  }

  private CaptureId capture(String url, String title, String text) {
    return new PaperPages(store)
        .capture(new PaperPages.Page(url, title, Map.of(Role.VISIBLE_TEXT, text)));
  }

  private JsonNode lastAct() {
    JsonNode custody = done("case", "show", "--json").json().get(0).path("custody");
    return custody.get(custody.size() - 1);
  }

  private CommandLine.Answer done(String... arguments) {
    CommandLine.Answer answer = affiant.run(arguments);
    assertEquals(0, answer.code(), answer.out() + answer.err());
    return answer;
  }
}
