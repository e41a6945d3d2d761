package dev.affiant.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.casefile.Erasure;
import dev.affiant.casefile.ErasureGround;
import dev.affiant.casefile.Signed;
import dev.affiant.custody.PaperPages;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import dev.affiant.policy.KeysForTests;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Erasure, restriction and annotation through the command line, looked at byte by byte. */
class EraseStoryTest {
  private static final String CANARY = "Quetzalfink";
  private static final String SHARED = "a style sheet that both pages use";
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  @TempDir Path folder = Path.of("");
  private Path store = Path.of("");
  private CommandLine affiant = new CommandLine(Path.of(""));
  private CaptureId erased = new CaptureId(new UUID(0, 0));
  private CaptureId kept = erased;

  @BeforeEach
  void captureTwoPages() {
    store = folder.resolve("evidence");
    affiant = new CommandLine(store);
    done(
        "case",
        "new",
        "--id",
        "c",
        "--purpose",
        "brand-monitoring",
        "--basis",
        "6(1)(f)",
        "--operator",
        "A. Clerk",
        "--jurisdiction",
        "uk");
    PaperPages pages = new PaperPages(store);
    erased =
        pages.capture(
            new PaperPages.Page(
                "https://example.org/" + CANARY + "?q=" + CANARY,
                "The title of " + CANARY,
                Map.of(
                    Role.VISIBLE_TEXT, "the text says " + CANARY + " and more",
                    Role.RESPONSE, "<html>" + CANARY + "</html>",
                    Role.NETWORK, "{\"x-header\":\"" + CANARY + "\"}",
                    Role.TEXT_BOXES, "[{\"word\":\"" + CANARY + "\"}]",
                    Role.CONSOLE, SHARED)));
    kept =
        pages.capture(
            new PaperPages.Page(
                "https://example.org/other",
                "Another page",
                Map.of(Role.VISIBLE_TEXT, "plain words", Role.CONSOLE, SHARED)));
  }

  @Test
  void noByteOfAnErasedCaptureIsLeftAnywhere() throws IOException {
    done("annotate", erased.tail(), "--text", "this is about " + CANARY);
    assertTrue(done("search", CANARY).out().contains(CANARY));
    Files.copy(store.resolve("catalogue.mv.db"), store.resolve("catalogue.mv.db.aside"));
    Files.copy(store.resolve("catalogue.mv.db"), store.resolve("catalogue.trace.db"));
    done("report", "-o", store.resolve("report.html").toString());
    List<String> before = holding(CANARY);
    for (String file : List.of("catalogue.mv.db", "search", "objects", "report.html")) {
      assertTrue(before.stream().anyMatch(f -> f.startsWith(file)), file + " in " + before);
    }

    Path fault = Files.createTempFile("affiant-defect-", ".txt");
    Files.writeString(fault, CANARY);

    erase("subject-request", "B. Partner", 0);

    assertEquals(List.of(), holding(CANARY));
    assertFalse(Files.exists(fault));
    CommandLine.Answer verified = affiant.run("verify", "--all");
    assertEquals(0, verified.code(), verified.out());
    assertTrue(verified.out().contains("a tombstone explains it"), verified.out());
    assertEquals(0, affiant.run("verify", kept.tail()).code());
    assertEquals(SHARED, Files.readString(object(SHARED)), "what others use stays");
    assertEquals(
        1, affiant.run("search", "plain").out().lines().filter(l -> l.contains("#")).count());
    assertFalse(affiant.run("search", CANARY).out().contains("#"));
    assertTrue(affiant.run("show", erased.tail()).err().contains("was erased"));
    done("export", kept.tail(), "-o", folder.resolve("out").toString());
    assertEquals(0, CommandLine.bare(List.of("verify", folder.resolve("out").toString())).code());
    done("handover", "-o", folder.resolve("case.mv.db").toString());
    assertEquals(0, CommandLine.bare(List.of("verify", folder + "/case.mv.db")).code());
  }

  @Test
  void theNextStartFinishesWhatAKilledProcessLeft() throws IOException {
    assertTrue(done("search", CANARY).out().contains(CANARY));
    PaperPages pages = new PaperPages(store);
    pages.store().erase(KeysForTests.removal(erasure(pages)));
    assertTrue(holding(CANARY).stream().anyMatch(f -> f.startsWith("catalogue")));
    CommandLine.Answer next =
        done("annotate", kept.tail(), "--text", "any command that writes finishes it");
    assertTrue(next.err().contains("finished 1 erasure"), next.err());
    assertEquals(List.of(), holding(CANARY));
    assertEquals(0, affiant.run("verify", "--all").code());
  }

  private Erasure erasure(PaperPages pages) {
    return new Erasure(
        new UUID(7, 7),
        pages.caseId(),
        erased,
        ErasureGround.NOT_NEEDED,
        "A. Clerk",
        new Signed("B. Partner", "no longer needed", Instant.EPOCH));
  }

  @Test
  void anObjectGoesWithTheLastCaptureThatUsesIt() throws IOException {
    erase("not-needed", "B. Partner", 0);
    assertTrue(Files.exists(object(SHARED)));
    erased = kept;
    erase("not-needed", "B. Partner", 0);
    assertFalse(Files.exists(object(SHARED)));
    assertEquals(0, affiant.run("verify", "--all").code());
    assertEquals(2, affiant.run("show", kept.tail()).code());
  }

  @Test
  void aHoldStopsItAndTheRefusalIsOnRecord() throws IOException {
    done("case", "hold", "add", "--ref", "LH-7", "--review", "2027-05-25", "--reason", "a claim");
    assertTrue(erase("subject-request", "B. Partner", 11).err().contains("RET-2"));
    assertFalse(holding(CANARY).isEmpty());
    JsonNode file = done("case", "show", "--json").json().get(0);
    JsonNode act = file.path("custody").get(file.path("custody").size() - 1);
    assertEquals("decision", act.path("type").asString());
    assertEquals("RET-2", act.at("/document/grounds/0/rule").asString());
    done("case", "hold", "lift", "LH-7", "--reason", "settled");
    done(
        "case",
        "hold",
        "add",
        kept.tail(),
        "--ref",
        "LH-8",
        "--review",
        "2027-05-25",
        "--reason",
        "b");
    erase("subject-request", "B. Partner", 0);
    assertEquals(List.of(), holding(CANARY));
  }

  @Test
  void aHoldThatCameAfterTheDecisionStopsIt() throws IOException {
    PaperPages pages = new PaperPages(store);
    done("case", "hold", "add", "--ref", "LH-7", "--review", "2027-05-25", "--reason", "a claim");
    assertThrows(
        IllegalArgumentException.class,
        () -> pages.store().erase(KeysForTests.removal(erasure(pages))));
    assertFalse(holding(CANARY).isEmpty());
    done("case", "hold", "lift", "LH-7", "--reason", "settled");
    Filing newer =
        Filing.of(EntryType.HOLD, new UUID(7, 8), "affiant-hold/v9", new byte[32], Json.object());
    pages.store().record(newer);
    assertTrue(erase("not-needed", "B. Partner", 2).err().contains("of a newer form"));
  }

  @Test
  void nothingIsErasedByOnePersonAlone() {
    assertTrue(erase("subject-request", "a.  clerk", 11).err().contains("somebody other"));
  }

  @Test
  void aRequestStopsAtTheExemptionOfLegalClaims() {
    done(
        "case",
        "new",
        "--id",
        "claim",
        "--purpose",
        "litigation-evidence",
        "--basis",
        "6(1)(f)",
        "--operator",
        "A. Clerk");
    erased =
        new PaperPages(store)
            .capture(
                new PaperPages.Page(
                    "https://example.org/c", "c", Map.of(Role.RESPONSE, "of the claim")));
    assertTrue(erase("subject-request", "B. Partner", 11).err().contains("17(3)(e)"));
    erase("not-needed", "B. Partner", 0);
  }

  @Test
  void aLostRecordStopsItBecauseNobodyKnowsWhatItRefersTo() throws IOException {
    PaperPages pages = new PaperPages(store);
    Sha256 commit =
        pages
            .store()
            .entries(0)
            .filter(e -> e.id().equals(kept.value()) && e.type().equals("capture"))
            .findFirst()
            .orElseThrow()
            .commit();
    Files.delete(object(commit));
    assertTrue(erase("not-needed", "B. Partner", 2).err().contains("lost its record"));
    assertFalse(holding(CANARY).isEmpty());
  }

  @Test
  void whatIsRestrictedDoesNotLeaveUntilItIsLifted() {
    done("restrict", erased.tail(), "--reason", "accuracy contested");
    Path out = folder.resolve("out");
    CommandLine.Answer refused = affiant.run("export", erased.tail(), "-o", out.toString());
    assertEquals(11, refused.code(), refused.err());
    assertTrue(refused.err().contains("DSR-4"), refused.err());
    assertEquals(11, affiant.run("handover", "-o", folder + "/h.mv.db").code());
    done("export", kept.tail(), "-o", folder.resolve("other").toString());
    assertEquals(2, affiant.run("restrict", erased.tail(), "--reason", "again").code());
    done("restrict", erased.tail(), "--lift", "--reason", "resolved");
    done("export", erased.tail(), "-o", out.toString());
  }

  @Test
  void anAnnotationStandsBesideTheCapture() {
    String before = done("show", kept.tail(), "--json").out();
    done("annotate", kept.tail(), "--text", "the account was renamed", "--by", "B. Ray");
    assertEquals(before, done("show", kept.tail(), "--json").out());
    String shown = done("show", kept.tail()).out();
    assertTrue(shown.contains("annotate, B. Ray: the account was renamed"), shown);
    assertEquals(2, affiant.run("annotate", kept.tail(), "--text", " ").code());
  }

  private CommandLine.Answer erase(String ground, String granter, int code) {
    CommandLine.Answer answer =
        affiant.run(
            "erase",
            erased.tail(),
            "--ground",
            ground,
            "--reason",
            "letter of 2026-11-20",
            "--granted-by",
            granter);
    assertEquals(code, answer.code(), answer.out() + answer.err());
    return answer;
  }

  private CommandLine.Answer done(String... arguments) {
    CommandLine.Answer answer = affiant.run(arguments);
    assertEquals(0, answer.code(), answer.out() + answer.err());
    return answer;
  }

  /** The files of the store that hold these words, in any case and in three encodings. */
  private List<String> holding(String words) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(store)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String bytes =
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        for (Charset charset : CHARSETS) {
          String as =
              new String(
                  words.toLowerCase(Locale.ROOT).getBytes(charset), StandardCharsets.ISO_8859_1);
          if (bytes.contains(as)) {
            found.add(store.relativize(file).toString());
          }
        }
      }
    }
    return found;
  }

  private Path object(String words) {
    return object(Sha256.of(words.getBytes(StandardCharsets.UTF_8)));
  }

  private Path object(Sha256 hash) {
    String hex = hash.hex();
    return store.resolve("objects").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
  }
}
