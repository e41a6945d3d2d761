package dev.affiant.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.lab.LabServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whole captures through the command line, in a real browser, against the lab. */
class CaptureStoryTest {
  @TempDir static Path folder = Path.of("");
  private static LabServer lab;

  @BeforeAll
  static void startLab() {
    lab = LabServer.start(Path.of("fixtures"), Clock.systemUTC());
  }

  @AfterAll
  static void stopLab() {
    lab.close();
  }

  @Test
  void eachKindOfPageEndsAsItDeserves() {
    CommandLine line = new CommandLine(folder.resolve("kinds"));
    CommandLine.Answer answer =
        line.capture(
            lab,
            "http://mastodon.lab/@ada/103270115826048975",
            "https://secure.lab/",
            "http://shop.lab/item/9",
            "http://club.lab/members",
            "http://mastodon.lab/@ada/1",
            "https://badcert.lab/",
            "http://redirect.lab/private",
            "http://hostile.lab/redirect-file");
    assertEquals(
        List.of(
            "COMPLETE",
            "COMPLETE",
            "PARTIAL",
            "WALLED",
            "ABSENT",
            "UNREACHABLE",
            "REFUSED",
            "REFUSED"),
        answer.json().stream().map(j -> j.path("outcome").asString()).toList(),
        answer.err());
    assertEquals(14, answer.code());
    assertEquals(0, line.run("verify").code());
  }

  @Test
  void aMoveToAnotherSiteIsKeptAndSaidToBeOne() {
    CommandLine line = new CommandLine(folder.resolve("offsite"));
    List<JsonNode> ends =
        line.capture(lab, "http://redirect.lab/cross-site", "http://redirect.lab/once").json();
    assertEquals("PARTIAL", ends.get(0).path("outcome").asString());
    assertEquals("offsite-redirect", ends.get(0).path("reasons").get(0).path("code").asString());
    assertEquals("COMPLETE", ends.get(1).path("outcome").asString());
  }

  @Test
  void theAddressThatAPageIsSentOnToNeedNotBeAUriInJavasEyes() {
    CommandLine line = new CommandLine(folder.resolve("odd"));
    JsonNode json = line.capture(lab, "http://redirect.lab/odd-address").json().get(0);
    assertEquals("COMPLETE", json.path("outcome").asString(), json.toString());
    assertTrue(json.path("urlFinal").asString().contains("{b}|c^d"), json.toString());
  }

  @Test
  void pagesThatWouldHaveTheRecordSayWhatIsNotSo() {
    CommandLine.Answer answer =
        new CommandLine(folder.resolve("lies"))
            .capture(
                lab,
                "http://lies.lab/framed",
                "http://lies.lab/broken-image",
                "http://lies.lab/members",
                "http://lies.lab/flees",
                "http://lies.lab/flees-inside",
                "http://lies.lab/asks-nothing");
    assertEquals(
        List.of(
            "PARTIAL failed:document",
            "PARTIAL broken:image",
            "WALLED login-wall",
            "PARTIAL replaced:page",
            "PARTIAL blocked:document",
            "COMPLETE "),
        answer.json().stream()
            .map(j -> j.path("outcome").asString() + " " + j.at("/reasons/0/code").asString(""))
            .toList(),
        answer.err());
  }

  @Test
  void whatCameWithSuccessAndIsNotUsedMakesACapturePartial() {
    List<String> pages =
        List.of(
            "script-integrity",
            "script-type",
            "module-type",
            "style-integrity",
            "style-type",
            "font",
            "video",
            "frame",
            "fit");
    CommandLine.Answer answer =
        new CommandLine(folder.resolve("unfit"))
            .capture(lab, pages.stream().map("http://unfit.lab/"::concat).toArray(String[]::new));
    assertEquals(
        List.of(
            "PARTIAL broken:script",
            "PARTIAL broken:script",
            "PARTIAL broken:script",
            "PARTIAL broken:stylesheet",
            "PARTIAL broken:stylesheet",
            "PARTIAL broken:font",
            "PARTIAL broken:media",
            "PARTIAL broken:image",
            "COMPLETE "),
        answer.json().stream()
            .map(j -> j.path("outcome").asString() + " " + j.at("/reasons/0/code").asString(""))
            .toList(),
        answer.out());
  }

  @Test
  void aRedirectToAnotherProgramIsRefusedByRule() {
    List<String> ways = List.of("to-ftp", "to-mail", "to-script", "to-source", "to-app");
    CommandLine.Answer answer =
        new CommandLine(folder.resolve("programs"))
            .capture(lab, ways.stream().map("http://unfit.lab/"::concat).toArray(String[]::new));
    assertEquals(11, answer.code(), answer.err());
    for (JsonNode end : answer.json()) {
      assertEquals(
          "REFUSED NET-1",
          end.path("outcome").asString() + " " + end.at("/reasons/0/code").asString(""));
    }
  }

  @Test
  void whatIsAskedOfPrivatePlacesIsBlockedAndTheEndlessIsNamed() {
    CommandLine line = new CommandLine(folder.resolve("hostile"));
    List<JsonNode> ends =
        line.capture(
                lab,
                "--deadline",
                "9s",
                "http://hostile.lab/private-calls",
                "http://hostile.lab/body-silent")
            .json();
    JsonNode reasons = ends.get(0).path("reasons");
    assertEquals(10, reasons.size(), reasons.toString());
    reasons.forEach(
        r -> {
          assertTrue(r.path("code").asString().matches("blocked:(fetch|websocket)"), r.toString());
          assertTrue(r.path("detail").asString().matches(".*: NET-[126]: .*"), r.toString());
        });
    assertEquals("PARTIAL", ends.get(1).path("outcome").asString());
    JsonNode first = ends.get(1).path("reasons").get(0);
    assertEquals("unfinished:document", first.path("code").asString(), ends.get(1).toString());
  }

  @Test
  void aCompleteCaptureHasEveryPlannedArtifactAndSaysLab() {
    CommandLine line = new CommandLine(folder.resolve("whole"));
    JsonNode json = line.capture(lab, "https://secure.lab/").json().get(0);
    Set<String> roles =
        json.path("artifacts")
            .valueStream()
            .map(a -> a.path("role").asString())
            .collect(Collectors.toSet());
    assertEquals(
        Set.of(
            "robots",
            "terms",
            "policy-pack",
            "response",
            "rendered",
            "screenshot-viewport",
            "screenshot-full",
            "text-boxes",
            "visible-text",
            "mhtml",
            "warc",
            "network",
            "console",
            "actions",
            "decision",
            "profile",
            "records",
            "environment"),
        roles);
    assertTrue(json.path("lab").asBoolean());
    assertEquals(64, json.path("commit").asString().length());
  }

  @Test
  void aWalledPageIsNotFiledAsContent() {
    CommandLine line = new CommandLine(folder.resolve("walled"));
    JsonNode json = line.capture(lab, "http://club.lab/members").json().get(0);
    assertEquals("WALLED", json.path("outcome").asString());
    json.path("artifacts")
        .forEach(
            a ->
                assertFalse(
                    Set.of("response", "rendered", "warc", "mhtml", "visible-text", "text-boxes")
                        .contains(a.path("role").asString())));
  }

  @Test
  void aListSurvivesBadLinesAndIsFinishedByASecondRun() throws Exception {
    CommandLine line = new CommandLine(folder.resolve("list"));
    Path list = folder.resolve("urls.txt");
    Files.writeString(
        list,
        "# pages\nhttp://gone.lab/\n\nhtps:/nonsense\nhttp://u:secret@gone.lab/\nhttp://gone.lab/\n");
    CommandLine.Answer first = line.capture(lab, "--from", list.toString());
    assertEquals(1, first.json().size());
    assertTrue(first.err().contains("line 4"), first.err());
    assertTrue(first.err().contains("line 6: same page as line 2"), first.err());
    assertFalse(first.err().contains("secret"), first.err());
    Path receipt = onlyFile(folder.resolve("list").resolve("receipts"));
    CommandLine.Answer against = line.run("verify", "--checkpoint", receipt.toString());
    assertEquals(0, against.code(), against.out());
    CommandLine.Answer second = line.capture(lab, "--from", list.toString());
    assertEquals(0, second.json().size());
  }

  private static Path onlyFile(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void whatIsWrongWithTheCommandIsSaidAndNothingIsMade() {
    Path store = folder.resolve("none");
    CommandLine line = new CommandLine(store);
    for (String url : List.of("file:///etc/passwd", "http://u:secret@a.example/", "nonsense")) {
      CommandLine.Answer answer = line.capture(lab, url);
      assertEquals(2, answer.code(), answer.err());
      assertFalse(answer.err().contains("secret"));
    }
    CommandLine.Answer purposeless = line.run("capture", "https://a.example/");
    assertEquals(2, purposeless.code());
    assertTrue(purposeless.err().contains("--purpose"), purposeless.err());
    assertFalse(Files.exists(store));
  }

  @Test
  void whatTheLaneSaysIsNotTakenForTheSitesAnswer() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    CommandLine line = new CommandLine(folder.resolve("silent"));
    for (String url : List.of("http://silent.lab/", "https://silent.lab/")) {
      JsonNode json =
          line.capture(lab, "--lab", "silent.lab=127.0.0.1:" + closed, url).json().get(0);
      assertEquals("UNREACHABLE", json.path("outcome").asString());
      assertEquals("connection-refused", json.path("reasons").get(0).path("code").asString());
      json.path("artifacts")
          .forEach(
              a -> assertFalse(a.path("role").asString().startsWith("screenshot"), a::toString));
    }
  }

  @Test
  void aSiteCannotSpeakInTheLanesName() {
    JsonNode json =
        new CommandLine(folder.resolve("forged"))
            .capture(lab, "http://strings.lab/forged")
            .json()
            .get(0);
    assertEquals("WALLED", json.path("outcome").asString(), json::toString);
  }

  @Test
  void aHandOverMissesACaptureThatWasTakenOut() throws Exception {
    CommandLine line = new CommandLine(folder.resolve("handed"));
    line.capture(lab, "http://gone.lab/", "http://10.1.2.3/");
    Path file = folder.resolve("handed.mv.db");
    String caseId =
        line.run("list", "--json")
            .out()
            .lines()
            .findFirst()
            .orElseThrow()
            .replaceAll(".*\"caseId\":\"([^\"]*)\".*", "$1");
    assertEquals(0, line.run("handover", "--case", caseId, "-o", file.toString()).code());
    assertEquals(0, CommandLine.bare(List.of("verify", file.toString())).code());
    String url = "jdbc:h2:file:" + file.toString().replace(".mv.db", "");
    try (Connection c = DriverManager.getConnection(url, "sa", "");
        Statement s = c.createStatement()) {
      assertEquals(1, s.executeUpdate("delete from capture where outcome = 'REFUSED'"));
    }
    CommandLine.Answer answer = CommandLine.bare(List.of("verify", file.toString()));
    assertEquals(21, answer.code(), answer.out());
    assertTrue(answer.out().contains("was handed over and is not here"), answer.out());
  }

  @Test
  void theSelfTestCapturesVerifiesAndTampers() {
    CommandLine.Answer answer =
        CommandLine.bare(
            List.of("doctor", "--self-test", "--store", folder.resolve("nowhere").toString()));
    List<String> lines =
        answer.out().lines().filter(l -> l.contains("Self-test")).map(String::strip).toList();
    assertEquals(5, lines.size(), answer.out());
    lines.forEach(l -> assertFalse(l.contains("NOT"), answer.out()));
  }

  @Test
  void aBrowserThatDoesNotStartStopsTheCommandBeforeAnyAttempt() throws Exception {
    Path broken = folder.resolve("broken-browser");
    Files.writeString(broken, "#!/bin/sh\necho its last words >&2\nexit 3\n");
    Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwx------"));
    CommandLine line = new CommandLine(folder.resolve("browserless"));
    CommandLine.Answer answer =
        line.capture(
            lab, "--browser", broken.toString(), "https://secure.lab/", "http://gone.lab/");
    assertEquals(2, answer.code(), answer.err());
    assertTrue(answer.err().contains(broken + " does not start: its last words"), answer.err());
    assertEquals(1, answer.err().lines().filter(l -> l.contains("does not start")).count());
    assertEquals("", answer.out());
    assertEquals("", line.run("list", "--json").out());
    // Refused before any visit: that needs no browser, and it is on record.
    CommandLine.Answer refused =
        line.capture(lab, "--browser", broken.toString(), "http://10.1.2.3/");
    assertEquals(11, refused.code(), refused.err());
  }

  @Test
  void theCatalogueMadeAgainGivesEqualAnswers() {
    CommandLine line = new CommandLine(folder.resolve("again"));
    line.capture(lab, "http://shop.lab/item/9", "http://gone.lab/");
    String listed = line.run("list", "--json").out();
    String found = line.run("search", "--json", "shop").out();
    assertEquals(0, line.run("reindex").code());
    assertEquals(listed, line.run("list", "--json").out());
    assertEquals(found, line.run("search", "--json", "shop").out());
    assertEquals(2, listed.lines().count());
  }
}
