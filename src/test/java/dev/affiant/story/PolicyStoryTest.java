package dev.affiant.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.affiant.evidence.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The policy through the door: what it refuses, what it says, and what the server saw. */
class PolicyStoryTest {
  private static final String POST =
      "<title>A post</title><article data-testid=tweet><div data-testid=User-Name>Ada</div>"
          + "<p>Words of a post.</p><time datetime=2026-03-21T20:50:14Z>8:50 PM</time></article>";
  private static final String X = "http://x.com/ada/status/20";

  @TempDir private Path folder = Path.of("");

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final List<Long> pages = new CopyOnWriteArrayList<>();
  private volatile String robots = "";
  private volatile int robotsStatus = 200;
  private volatile String head = "";
  private final Loopback server = new Loopback(this::answer);

  @AfterEach
  void stop() {
    server.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    seen.add(path);
    if (!path.contains(".")) {
      pages.add(System.nanoTime());
    }
    boolean file = path.equals("/robots.txt") && !robots.isEmpty();
    boolean page = !path.contains(".");
    String body = file ? robots : page ? head + POST : "";
    int status = file ? robotsStatus : page ? 200 : 404;
    Loopback.send(exchange, status, file ? "text/plain" : "text/html", body);
  }

  private String lab(String host) {
    return server.map(host);
  }

  private static CommandLine.Answer open(CommandLine line, String... more) {
    List<String> facts =
        List.of("case", "new", "--id", "c", "--purpose", "litigation-evidence", "--basis");
    List<String> all =
        Stream.of(facts, List.of("6(1)(f)", "--operator", "A. Clerk"), List.of(more))
            .flatMap(List::stream)
            .toList();
    return line.run(all.toArray(String[]::new));
  }

  @Test
  void aClosedPlatformIsRefusedInWordsThatHelp() {
    CommandLine line = new CommandLine(folder.resolve("x"));
    assertEquals(0, open(line).code());
    CommandLine.Answer answer = line.run("capture", "https://x.com/ada/status/20");
    assertEquals(11, answer.code(), answer.err());
    String out = answer.out();
    assertTrue(out.contains("REFUSED      x.com/ada/status/20"), out);
    assertTrue(out.contains("forbid collecting pages by a program without permission"), out);
    assertTrue(out.contains("this case has nobody's on record"), out);
    assertTrue(out.contains("register x.com, Terms of Service"), out);
    assertTrue(out.contains("affiant case authority add --type court-order"), out);
    JsonNode listed = line.run("list", "--json").json().get(0);
    assertEquals("REFUSED", listed.path("outcome").asString());
    assertEquals(0, line.run("verify", "--all").code());
    assertEquals(0, line.run("policy", "replay", listed.path("id").asString("3")).code());
  }

  @Test
  void afterARefusalAtPlanTheServerSawNothing() {
    CommandLine line = new CommandLine(folder.resolve("plan"));
    open(line);
    assertEquals(11, line.run("capture", "--json", "--lab", lab("x.com"), X).code());
    assertEquals(List.of(), seen);
  }

  @Test
  void afterARefusalByRobotsTheServerSawRobotsOnly() {
    robots = "User-agent: *\nDisallow: /private\n\nUser-agent: Affiant\nDisallow: /\n";
    CommandLine line = new CommandLine(folder.resolve("robots"));
    open(line);
    CommandLine.Answer answer =
        line.run("capture", "--json", "--lab", lab("shop.lab"), "http://shop.lab/a");
    assertEquals(11, answer.code(), answer.err());
    assertEquals("ROB-1", answer.json().get(0).at("/reasons/0/code").asString());
    assertEquals(List.of("/robots.txt"), seen);
    assertEquals(0, line.run("verify", "--all").code());
    assertTrue(
        answer
            .json()
            .get(0)
            .path("artifacts")
            .valueStream()
            .anyMatch(a -> a.path("role").asString().equals("robots")),
        "the file that led to it is kept");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 500, 503})
  void ofAHostThatDoesNotLetItsRobotsFileBeReadNothingElseIsAskedFor(int status) {
    robots = "not for you";
    robotsStatus = status;
    CommandLine line = new CommandLine(folder.resolve("shut"));
    open(line);
    CommandLine.Answer answer =
        line.run("capture", "--json", "--lab", lab("shop.lab"), "http://shop.lab/a");
    assertEquals(11, answer.code(), answer.err());
    assertEquals("ROB-1", answer.json().get(0).at("/reasons/0/code").asString());
    assertEquals(List.of("/robots.txt"), seen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"noarchive", "none, noarchive", "affiant"})
  void whatThePageItselfAsksOfMachinesCounts(String words) {
    boolean named = words.equals("affiant");
    head =
        "<meta name='"
            + (named ? "Affiant" : "robots")
            + "' content='"
            + (named ? "noarchive" : words)
            + "'>";
    CommandLine line = new CommandLine(folder.resolve("meta"));
    open(line);
    CommandLine.Answer answer =
        line.run("capture", "--json", "--lab", lab("shop.lab"), "http://shop.lab/a");
    assertEquals(11, answer.code(), answer.out() + answer.err());
    assertEquals("ROB-3", answer.json().get(0).at("/reasons/0/code").asString());
  }

  @Test
  void withAnAuthorityItGoesOnAndIsMadeAgainFromTheExportAlone() throws IOException {
    CommandLine line = new CommandLine(folder.resolve("go"));
    open(line);
    CommandLine.Answer added =
        line.run(
            "case",
            "authority",
            "add",
            "--type",
            "court-order",
            "--ref",
            "HC-2026-000123",
            "--issuer",
            "High Court",
            "--host",
            "x.com",
            "--subject",
            "x.com/ada",
            "--until",
            "2099-01-01");
    assertEquals(0, added.code(), added.err());
    CommandLine.Answer answer = line.run("capture", "--json", "--lab", lab("x.com"), X);
    assertEquals(0, answer.code(), answer.out() + answer.err());
    assertTrue(seen.contains("/ada/status/20"), seen.toString());
    assertEquals("/robots.txt", seen.get(0));
    assertEquals(11, line.run("capture", "--lab", lab("x.com"), "http://x.com/bob").code());

    String id = answer.json().get(0).path("captureId").asString();
    CommandLine.Answer replayed = line.run("policy", "replay", id, "--json");
    assertEquals(0, replayed.code(), replayed.out());
    assertTrue(replayed.json().size() >= 3, replayed.out());
    Path out = folder.resolve("out");
    assertEquals(0, line.run("export", id, "-o", out.toString()).code());
    CommandLine alone = new CommandLine(folder.resolve("no-store"));
    assertEquals(0, alone.run("policy", "replay", out.toString()).code());
    Path decision = out.resolve("decision-01.json");
    String altered = Files.readString(decision).replace("court-order", "agency-policy");
    Files.writeString(decision, altered);
    CommandLine.Answer differs = alone.run("policy", "replay", out.toString());
    assertEquals(3, differs.code(), differs.out());
    assertTrue(differs.out().contains("DIFFERENT"), differs.out());
  }

  @Test
  void twoProcessesAndARestartKeepOneHostsBudget() throws Exception {
    Path store = folder.resolve("pace");
    CommandLine line = new CommandLine(store);
    open(line);
    Process one = process(store, "http://paced.example/1");
    Process two = process(store, "http://paced.example/2");
    assertTrue(one.waitFor(90, TimeUnit.SECONDS) && two.waitFor(90, TimeUnit.SECONDS));
    assertEquals(0, one.exitValue() + two.exitValue());
    CommandLine.Answer third =
        line.run("capture", "--lab", lab("paced.example"), "http://paced.example/3");
    assertEquals(0, third.code(), third.out() + third.err());
    assertEquals(3, pages.size(), seen.toString());
    for (int i = 1; i < pages.size(); i++) {
      Duration between = Duration.ofNanos(pages.get(i) - pages.get(i - 1));
      assertTrue(between.toMillis() >= 10_000, between + " between two pages");
    }
  }

  /** A process of its own; the lab's host is not called .lab, so it has the ordinary rate. */
  private Process process(Path store, String url) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "dev.affiant.app.Main",
            "capture",
            "--store",
            store.toString(),
            "--lab",
            lab("paced.example"),
            url)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void theThirdVisitToAPersonNeedsAnAuthorityInTheUk() {
    CommandLine line = new CommandLine(folder.resolve("visits"));
    String url = "http://people.example/@ada/1";
    for (String label : List.of("first", "second", "third")) {
      CommandLine.Answer opened =
          line.run(
              "case",
              "new",
              "--id",
              label,
              "--purpose",
              "litigation-evidence",
              "--basis",
              "6(1)(f)",
              "--basis-ref",
              "lia: LIA-2026-014",
              "--operator",
              "A. Clerk",
              "--jurisdiction",
              "uk");
      assertEquals(0, opened.code(), opened.err());
      JsonNode all =
          line.run("policy", "explain", "--json", "--lab", lab("people.example"), url)
              .json()
              .get(0);
      assertEquals(
          label.equals("first")
              ? "PERMIT"
              : label.equals("second") ? "PERMIT_WITH_CONDITIONS" : "REFUSE",
          rule(all, "UK-1").path("effect").asString(),
          label);
      int code = line.run("capture", "--lab", lab("people.example"), url).code();
      assertEquals(label.equals("third") ? 11 : 0, code, label);
    }
    CommandLine.Answer history = line.run("policy", "history", "people.example/@ada");
    assertTrue(history.out().startsWith("people.example/ada: 2 visits"), history.out());
    assertEquals(3, history.out().lines().filter(l -> l.startsWith("#")).count(), history.out());
    JsonNode json = line.run("policy", "history", "--json", url).json().get(0);
    assertEquals(2, json.path("visits").size());
    assertEquals(2, line.run("policy", "history", "http://people.example/").code());
  }

  @Test
  void explainingNamesInputsSourcesAndWhatWouldChangeIt() {
    CommandLine line = new CommandLine(folder.resolve("explain"));
    open(line, "--jurisdiction", "uk");
    CommandLine.Answer answer =
        line.run("policy", "explain", "--json", "https://x.com/ada/status/20");
    assertEquals(11, answer.code(), answer.err());
    JsonNode all = answer.json().get(0);
    assertEquals("REFUSE", all.path("effect").asString());
    JsonNode terms = rule(all, "TOS-1");
    assertEquals("eu-efta-uk", terms.at("/inputs/terms/region").asString());
    assertTrue(terms.path("change").asString().contains("case authority add"));
    assertEquals("GDPR 6", rule(all, "CASE-2").path("source").asString());
    assertEquals("never", rule(all, "NET-1").path("overridable").asString());
    CommandLine.Answer text = line.run("policy", "explain", "https://x.com/ada/status/20");
    assertTrue(text.out().contains("looked at "), text.out());
    assertTrue(text.out().contains("source   RIPA 2000"), text.out());
    assertEquals(0, new CommandLine(folder.resolve("explain")).run("policy", "packs").code());
  }

  @Test
  void aReadingOfOnesOwnCountsAndLooseningTakesTwo() {
    CommandLine line = new CommandLine(folder.resolve("terms"));
    open(line);
    assertEquals(3, line.run("policy", "terms", "show", "unread.example").code());
    String[] review = {
      "policy",
      "terms",
      "review",
      "unread.example",
      "--position",
      "permitted",
      "--url",
      "https://unread.example/terms",
      "--effective",
      "2026-01-01",
      "--quote",
      "anybody may",
      "--by",
      "A. Clerk",
      "--until",
      java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(100).toString()
    };
    assertEquals(2, line.run(review).code(), "alone");
    assertEquals(2, line.run(with(review, "--approved-by", "a. clerk")).code(), "oneself");
    CommandLine.Answer two = line.run(with(review, "--approved-by", "B. Partner"));
    assertEquals(0, two.code(), two.err());
    JsonNode all =
        line.run("policy", "explain", "--json", "https://unread.example/a").json().get(0);
    assertEquals("PERMIT", rule(all, "TOS-1").path("effect").asString());
    assertEquals(0, line.run("verify", "--all").code());
    assertEquals(0, line.run("reindex").code());
    assertTrue(line.run("policy", "terms", "list").out().contains("unread.example"));
  }

  @Test
  void whatWasCapturedUnderADutyNotToBeExportedStays() {
    CommandLine line = new CommandLine(folder.resolve("duty"));
    open(line);
    String until = java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(100).toString();
    CommandLine.Answer reviewed =
        line.run(
            "policy",
            "terms",
            "review",
            "kept.example",
            "--position",
            "conditional",
            "--condition",
            "no-export",
            "--url",
            "https://kept.example/terms",
            "--effective",
            "2026-01-01",
            "--quote",
            "for your own eyes",
            "--by",
            "A. Clerk",
            "--approved-by",
            "B. Partner",
            "--until",
            until);
    assertEquals(0, reviewed.code(), reviewed.err());
    CommandLine.Answer answer =
        line.run("capture", "--json", "--lab", lab("kept.example"), "http://kept.example/a");
    assertEquals(0, answer.code(), answer.out() + answer.err());
    String id = answer.json().get(0).path("captureId").asString();
    CommandLine.Answer export = line.run("export", id, "-o", folder.resolve("copy").toString());
    assertEquals(11, export.code(), export.out());
    assertTrue(export.err().contains("EXP-2") || export.err().contains("duty"), export.err());
    CommandLine.Answer over = line.run("handover", "-o", folder.resolve("c.mv.db").toString());
    assertEquals(11, over.code(), over.out());
    CommandLine.Answer own = line.run("case", "export-subject", "Words");
    assertEquals(0, own.code(), own.err());
    assertEquals(1, own.json().size(), "the subject may have it all the same");
  }

  @Test
  void aCopyThatShouldShowNoThirdPartiesSaysThatItShowsThem() {
    CommandLine line = new CommandLine(folder.resolve("redact"));
    open(line, "--minimisation", "redact-third-parties");
    CommandLine.Answer answer =
        line.run("capture", "--json", "--lab", lab("kept.example"), "http://kept.example/a");
    String id = answer.json().get(0).path("captureId").asString();
    CommandLine.Answer export = line.run("export", id, "-o", folder.resolve("copy").toString());
    assertEquals(0, export.code(), export.err());
    assertTrue(export.err().contains("third parties"), export.err());
    CommandLine.Answer over = line.run("handover", "-o", folder.resolve("c.mv.db").toString());
    assertTrue(over.err().contains("third parties"), over.err());
  }

  private static String[] with(String[] some, String... more) {
    return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
  }

  private static JsonNode rule(JsonNode all, String id) {
    return all.path("rules")
        .valueStream()
        .filter(r -> r.path("rule").asString().equals(id))
        .findFirst()
        .orElse(Json.object());
  }
}
