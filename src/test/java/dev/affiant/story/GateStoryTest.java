package dev.affiant.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.lab.LabServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every gate in a real browser, what is near to one, and plain pages. */
class GateStoryTest {
  private static final String HOST = "http://gates.lab";
  private static final Map<String, String> GATES = new LinkedHashMap<>();

  static {
    put("WALLED login-wall", "members", "login-in-place", "login-words", "login-words-fr");
    put("WALLED consent-wall", "consent");
    put("WALLED age-gate", "age", "age-de");
    put("WALLED paywall", "paywall", "paywall-words");
    put("WALLED bot-check", "captcha", "captcha-box", "cloudflare", "cloudflare-old");
    put("WALLED bot-check", "aws", "aws-captcha", "proof-of-work");
    put("WALLED rate-limited", "too-many", "resting", "slow-down");
    put("WALLED geo-blocked", "elsewhere", "legal");
    put("ABSENT private-account", "private", "private-it");
    put("ABSENT removed", "removed", "gone");
    put("ABSENT suspended", "suspended");
    put("PARTIAL content-partial", "login-over", "consent-over", "age-over", "paywall-metered");
  }

  private static final List<String> NEAR =
      List.of(
          "about-captchas",
          "deleted-in-a-thread",
          "words-in-a-script",
          "login-link",
          "ray",
          "badge",
          "contact-form",
          "cookie-bar",
          "login-in-header",
          "free",
          "subscriber-who-may-read",
          "login-path",
          "hidden-dialog",
          "chat",
          "sticky",
          "app-shell");

  @TempDir static Path folder = Path.of("");
  private static LabServer lab;

  private static void put(String end, String... pages) {
    for (String page : pages) {
      GATES.put("/" + page, end);
    }
  }

  @BeforeAll
  static void startLab() {
    lab = LabServer.start(Path.of("fixtures"), Clock.systemUTC(), List.of("gates.lab"));
  }

  @AfterAll
  static void stopLab() {
    lab.close();
  }

  /** How each page ended, in outcome and first reason. */
  private static Map<String, String> ends(List<String> paths) {
    List<String> words = new ArrayList<>(List.of("--workers", "2"));
    paths.forEach(p -> words.add(HOST + p));
    CommandLine.Answer answer =
        new CommandLine(folder.resolve("store")).capture(lab, words.toArray(String[]::new));
    Map<String, String> ends = new LinkedHashMap<>();
    paths.forEach(p -> ends.put(p, "none: " + answer.err()));
    for (JsonNode end : answer.json()) {
      String reason = end.at("/reasons/0/code").asString("");
      ends.put(
          end.path("urlRequested").asString().substring(HOST.length()),
          (end.path("outcome").asString() + " " + reason).strip());
    }
    return ends;
  }

  @Test
  void noGateIsMissed() {
    assertEquals(GATES, ends(List.copyOf(GATES.keySet())));
  }

  @Test
  void aConsentBannerIsAnsweredByItsOwnNoAndTheClickIsOnRecord() throws IOException {
    CommandLine line = new CommandLine(folder.resolve("consent"));
    List<JsonNode> ends =
        line.capture(lab, HOST + "/consent-answered", HOST + "/consent-then-page").json();
    for (JsonNode end : ends) {
      assertEquals("COMPLETE", end.path("outcome").asString(), end.toString());
      Path out = folder.resolve("consent-" + end.path("captureId").asString());
      assertEquals(
          0, line.run("export", end.path("captureId").asString(), "-o", out.toString()).code());
      String actions = Files.readString(out.resolve("actions-01.jsonl"));
      assertTrue(actions.contains("\"intent\":\"consent-reject\""), actions);
      assertTrue(actions.contains("\"name\":\"Reject all\""), actions);
      assertEquals(3, roles(end).stream().filter("screenshot-viewport"::equals).count());
    }
    assertTrue(line.run("list", "--json").out().contains("\"title\":\"rejected\""));
  }

  @Test
  void whatIsNearToAGateIsNone() {
    Map<String, String> complete = new LinkedHashMap<>();
    NEAR.forEach(page -> complete.put("/near/" + page, "COMPLETE"));
    assertEquals(complete, ends(List.copyOf(complete.keySet())));
  }

  @Test
  void plainPagesAreContent() {
    Map<String, String> complete = new LinkedHashMap<>();
    IntStream.rangeClosed(1, 40).forEach(i -> complete.put("/plain/" + i, "COMPLETE"));
    assertEquals(complete, ends(List.copyOf(complete.keySet())));
  }

  @Test
  void ofAWallNothingIsKeptButItsRecordAndOfAnOverlayAll() {
    CommandLine line = new CommandLine(folder.resolve("kept"));
    List<JsonNode> ends =
        line.capture(lab, HOST + "/login-words", HOST + "/login-over", HOST + "/private").json();
    assertFalse(roles(ends.get(0)).contains("rendered"));
    assertFalse(roles(ends.get(0)).contains("warc"));
    assertTrue(roles(ends.get(0)).contains("screenshot-viewport"));
    assertTrue(roles(ends.get(1)).contains("rendered"));
    assertTrue(roles(ends.get(2)).contains("rendered"), "absence is kept as such");
  }

  private static List<String> roles(JsonNode end) {
    List<String> roles = new ArrayList<>();
    end.path("artifacts").forEach(a -> roles.add(a.path("role").asString()));
    return roles;
  }
}
