package dev.affiant.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Cases through the command line: facts, authorities, holds, the close. */
class CaseStoryTest {
  @TempDir Path folder = Path.of("");
  private Path store = Path.of("");
  private CommandLine affiant = new CommandLine(Path.of(""));

  @BeforeEach
  void openACase() {
    store = folder.resolve("evidence");
    affiant = new CommandLine(store);
    done(
        "case",
        "new",
        "--id",
        "smith-v-jones",
        "--purpose",
        "litigation-evidence",
        "--basis",
        "6(1)(f)",
        "--lia",
        "LIA-2026-014",
        "--operator",
        "A. Clerk",
        "--controller",
        "Example LLP",
        "--jurisdiction",
        "uk",
        "--keep-until",
        "2036-01-01");
  }

  @Test
  void aCaseFileShowsWhoAllowedWhatAndWhatIsHeld() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter.pdf"), "keep everything");
    Sha256 sum = Sha256.of(Files.readAllBytes(letter));
    authority("GC-1", "--document", letter.toString());
    done("case", "hold", "add", "--ref", "LH-7", "--review", "2027-05-25", "--reason", "a claim");
    String shown = done("case", "show").out();
    for (String words :
        List.of("LIA-2026-014", "holds    GC-1", "x.com", sum.brief(), "LH-7", "Europe/London")) {
      assertTrue(shown.contains(words), words + " in\n" + shown);
    }
    JsonNode json = done("case", "show", "--json").json().get(0);
    assertEquals(sum.hex(), json.at("/authorities/0/documentSha256").asString());
    assertTrue(json.at("/authorities/0/holdsNow").asBoolean());
    assertEquals("2036-01-01", json.path("keepUntil").asString());
    assertEquals(2, json.path("custody").size());
    assertFalse(Files.exists(object(sum)), "the document is kept only if asked");
  }

  @Test
  void aDocumentIsKeptIfAskedAndThenVerified() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter.pdf"), "keep everything");
    authority("GC-1", "--document", letter.toString(), "--keep-document");
    Path kept = object(Sha256.of(Files.readAllBytes(letter)));
    assertEquals("keep everything", Files.readString(kept));
    assertEquals(0, affiant.run("verify", "--all").code());
    Files.writeString(kept, "keep nothing, my dear");
    assertEquals(20, affiant.run("verify", "--all").code());
    Files.delete(kept);
    assertEquals(21, affiant.run("verify", "--all").code());
  }

  @Test
  void whatIsRevokedOrLiftedStaysOnRecord() {
    authority("GC-1", "--issuer", "Example LLP");
    done("case", "authority", "revoke", "GC-1", "--reason", "withdrawn");
    assertEquals(2, affiant.run("case", "authority", "revoke", "GC-1", "--reason", "x").code());
    assertTrue(done("case", "authority", "list").out().startsWith("revoked"));
    done("case", "hold", "add", "--ref", "LH-7", "--review", "2027-05-25", "--reason", "a claim");
    done("case", "hold", "lift", "LH-7", "--reason", "settled");
    JsonNode json = done("case", "show", "--json").json().get(0);
    assertFalse(json.at("/holds/0/holdsNow").asBoolean());
    assertEquals("settled", json.at("/holds/0/lifted/reason").asString());
  }

  @Test
  void anOverrideTakesASecondPersonAndSomeRulesNeverYield() {
    String soon = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    assertEquals(0, override("ROB-1", "B. Partner", soon).code());
    JsonNode json = done("case", "show", "--json").json().get(0).at("/overrides/0");
    assertEquals("ROB-1", json.path("rule").asString());
    assertEquals("B. Partner", json.at("/granted/by").asString());
    String listed = done("policy", "overrides").out();
    assertTrue(listed.startsWith("holds  case smith-v-jones  ROB-1 for example.org"), listed);
    assertTrue(listed.contains("granted by B. Partner"), listed);
    assertEquals(
        "ROB-1", done("policy", "overrides", "--json").json().get(0).path("rule").asString());
    assertTrue(override("ROB-1", "A. Clerk", soon).err().contains("somebody other"));
    assertTrue(override("NET-2", "B. Partner", soon).err().contains("never"));
    assertTrue(override("ROB-1", "B. Partner", "2099-01-01").err().contains("90 days"));
  }

  @Test
  void factsBesideACaseThatStatesItsOwnAreRefusedAndTheCaseIsNotGuessedAmongSeveral() {
    String page = "http://no-such-host.invalid/";
    CommandLine.Answer beside = affiant.run("capture", page, "--retention", "P90D");
    assertEquals(2, beside.code());
    assertTrue(beside.err().contains("smith-v-jones states its facts itself"), beside.err());
    assertTrue(beside.err().contains("--retention"), beside.err());
    CommandLine.Answer named =
        affiant.run("capture", page, "--case", "smith-v-jones", "--operator", "B. Clerk");
    assertEquals(2, named.code());
    assertTrue(named.err().contains("--operator"), named.err());
    assertEquals(
        "smith-v-jones",
        done("case", "use", "smith-v-jones", "--json").json().get(0).path("label").asString());
  }

  @Test
  void theOnlyCaseNeedNotBeNamed() throws IOException {
    Files.delete(store.resolve("state/current-case"));
    assertTrue(done("case", "show").out().startsWith("Case smith-v-jones"));
    done(
        "case",
        "new",
        "--id",
        "another",
        "--purpose",
        "research",
        "--basis",
        "6(1)(f)",
        "--operator",
        "A. Clerk");
    Files.delete(store.resolve("state/current-case"));
    CommandLine.Answer several = affiant.run("case", "show");
    assertEquals(2, several.code());
    assertTrue(several.err().contains("there are 2"), several.err());
  }

  @Test
  void everyAnswerIsJsonIfAsked() {
    String vkey = done("key", "show", "--json").json().get(0).path("vkey").asString();
    assertEquals(vkey, done("key", "show").out().strip());
    JsonNode rotated = done("key", "rotate", "--json").json().get(0);
    assertEquals(vkey, rotated.path("previous").asString());
    assertEquals(rotated.path("vkey").asString(), done("key", "show").out().strip());
    assertTrue(Files.exists(Path.of(rotated.path("receipt").asString())));
    assertEquals(4, done("reindex", "--json").json().get(0).path("entries").asInt());
    Path page = folder.resolve("report.html");
    JsonNode report = done("report", "--json", "-o", page.toString()).json().get(0);
    assertEquals("INTACT", report.path("verdict").asString());
    assertEquals(page.toString(), report.path("file").asString());
    Path file = folder.resolve("case.mv.db");
    JsonNode over = done("handover", "--json", "-o", file.toString()).json().get(0);
    assertEquals(file.toString(), over.path("file").asString());
  }

  @Test
  void aCommandThatHasVerbsNamesThemWhenItStandsAlone() {
    for (String command : List.of("case", "key", "policy")) {
      CommandLine.Answer alone = CommandLine.bare(List.of(command));
      assertTrue(alone.out().contains("Commands:"), alone.out());
    }
    assertTrue(CommandLine.bare(List.of("case", "hold")).out().contains("lift"));
  }

  private CommandLine.Answer override(String rule, String granter, String until) {
    return affiant.run(
        "case",
        "override",
        "--rule",
        rule,
        "--host",
        "example.org",
        "--granted-by",
        granter,
        "--reason",
        "one page, asked for by counsel",
        "--until",
        until);
  }

  @Test
  void nothingIsCapturedUnderAClosedCase() {
    done("case", "close", "--reason", "settled");
    JsonNode json = done("case", "show", "--json").json().get(0);
    assertEquals("settled", json.at("/closed/reason").asString());
    CommandLine.Answer refused = affiant.run("capture", "https://example.com/", "--json");
    assertEquals(11, refused.code(), refused.err());
    assertTrue(refused.out().contains("closed"), refused.out());
    assertEquals(2, affiant.run("case", "close", "--reason", "again").code());
  }

  @Test
  void whatIsMissingIsNamedWithAnExample() {
    CommandLine.Answer lacking =
        affiant.run("case", "new", "--purpose", "research", "--basis", "6(1)(e)");
    assertEquals(2, lacking.code());
    assertTrue(lacking.err().contains("--operator 'A. Clerk'"), lacking.err());
    assertTrue(lacking.err().contains("--basis-ref 'task: "), lacking.err());
    CommandLine.Answer open =
        affiant.run(
            "case",
            "authority",
            "add",
            "--type",
            "warrant",
            "--ref",
            "W",
            "--issuer",
            "a court",
            "--until",
            "2027-03-01");
    assertEquals(2, open.code());
    assertTrue(open.err().contains("--host x.com"), open.err());
  }

  @Test
  void nothingPersonalIsInEntriesOrFileNames() throws IOException {
    authority("GC-1", "--issuer", "Example LLP", "--subject", "x.com/lovelace");
    try (Stream<Path> all = Files.walk(store)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = store.relativize(file).toString();
        assertFalse(name.contains("smith") || name.contains("lovelace"), name);
        if (name.startsWith("ledger")) {
          String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
          assertFalse(text.contains("Clerk") || text.contains("lovelace"), name);
        }
      }
    }
  }

  private void authority(String reference, String... more) {
    String[] all = {
      "case",
      "authority",
      "add",
      "--type",
      "counsel-preservation",
      "--ref",
      reference,
      "--host",
      "x.com",
      "--until",
      "2099-03-01"
    };
    done(Stream.concat(Stream.of(all), Stream.of(more)).toArray(String[]::new));
  }

  private CommandLine.Answer done(String... arguments) {
    CommandLine.Answer answer = affiant.run(arguments);
    assertEquals(0, answer.code(), answer.err());
    return answer;
  }

  private Path object(Sha256 hash) {
    return store
        .resolve("objects")
        .resolve(hash.hex().substring(0, 2))
        .resolve(hash.hex().substring(2));
  }
}
