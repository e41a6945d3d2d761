package dev.affiant.engine;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.casefile.TargetUrl;
import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Extent;
import dev.affiant.network.Ending;
import dev.affiant.network.Exchange;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Hop;
import dev.affiant.policy.PermitsForTests;
import dev.affiant.policy.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;

/** What every engine must do, tried on a real browser against a web of one loopback port. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EngineContractTest {
  private Engine engine;
  private TinyWeb web;

  /** Starts the engine under test. */
  protected abstract Engine start();

  @BeforeAll
  void begin() {
    engine = start();
  }

  @AfterAll
  void end() {
    engine.close();
  }

  @BeforeEach
  void serve() {
    web = new TinyWeb();
  }

  @AfterEach
  void unserve() throws IOException {
    web.close();
  }

  @Test
  void everyBodyOfTheZooIsAsTheServerSentIt() {
    Zoo zoo = new Zoo(web);
    Visit visit = new Visit("http://a.lab/zoo");
    try (Tab tab = engine.open(visit.behind(web))) {
      assertTrue(tab.goTo(visit.target()).committed());
      visit.until(30, tab::beat, () -> zoo.sent.keySet().stream().allMatch(p -> has(visit, p)));
      visit.settle(tab::beat);
    }
    visit.recorder.stop();
    Stream<Executable> bodies =
        zoo.sent.entrySet().stream()
            .map(
                e ->
                    () ->
                        assertEquals(
                            Optional.of(Digest.of(e.getValue())),
                            visit.one(e.getKey()).body().map(b -> b.digest()),
                            e.getKey()));
    assertAll(bodies);
    endsOfTheZoo(visit);
  }

  private static boolean has(Visit visit, String path) {
    return !visit.all(e -> e.url().endsWith(path) && e.body().isPresent()).isEmpty();
  }

  private static void endsOfTheZoo(Visit visit) {
    assertAll(
        () -> assertEquals(Ending.FAILED, visit.one("/gone.png").ending()),
        () -> assertEquals("net::ERR_EMPTY_RESPONSE", visit.one("/gone.png").failure()),
        () -> assertEquals(Ending.REDIRECTED, visit.one("/hop1").ending()),
        () -> assertEquals(301, visit.one("/hop2").answer().orElseThrow().status()),
        () -> assertEquals("204 has none", visit.one("/204").whyNoBody()),
        () -> assertEquals(Ending.FINISHED, visit.one("/head").ending()),
        () -> assertEquals(Ending.ABORTED, visit.one("/slow?abort").ending()),
        () -> assertEquals(Ending.OPEN, visit.one("/slow").ending()),
        () -> assertEquals(Extent.TIME, visit.one("/events").body().orElseThrow().extent()),
        () -> assertEquals(11, visit.one("/events").body().orElseThrow().digest().bytes()),
        () -> assertEquals("websocket", visit.one("/socket").kind()),
        () -> assertEquals("worker", visit.one("/from-worker").target()),
        () -> assertEquals("shared-worker", visit.one("/from-shared").target()),
        () -> assertEquals(1, visit.all(e -> e.kind().equals("preflight")).size()),
        () -> assertEquals(posted(), visit.one("/post").requestBody().orElseThrow().digest()),
        () -> assertTrue(visit.one("/zipped").body().orElseThrow().encodedBytes() < 400),
        () -> assertEquals(List.of("1", "2"), values(visit.one("/zipped"), "X-Twice")),
        () -> assertEquals(1, visit.notices("exception").size()));
  }

  private static Digest posted() {
    return Digest.of("é=1&b=2".getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> values(Exchange exchange, String header) {
    return exchange.answer().orElseThrow().headers().stream()
        .filter(h -> h.name().equals(header))
        .map(h -> h.value())
        .toList();
  }

  @Test
  void aHopThatIsRefusedNeverReachesTheServer() {
    web.html("/", "<iframe src='/never'></iframe><iframe src='/goes-on'></iframe>")
        .on(
            "/goes-on",
            (asked, in, out) -> TinyWeb.send(out, "302 Found", "Location: /never/2", new byte[0]));
    Visit visit =
        new Visit(
            "http://a.lab/",
            hop ->
                hop.url().contains("never")
                    ? PermitsForTests.no(Stage.HOP, "ROB-1")
                    : PermitsForTests.yes(Stage.HOP));
    try (Tab tab = engine.open(visit.behind(web))) {
      assertTrue(tab.goTo(visit.target()).committed());
      visit.settle(tab::beat);
    }
    assertTrue(
        web.asked().stream().noneMatch(a -> a.path().contains("never")), web.asked().toString());
    assertEquals(Ending.BLOCKED, visit.one("/never").ending());
    assertTrue(visit.one("/never/2").failure().startsWith("ROB-1"));
    assertEquals(2, visit.recorder.stop().decisions().size());
  }

  @Test
  void aRedirectToWhereTheBrowserNeverGoesIsPutToPolicy() {
    web.on(
        "/",
        (asked, in, out) ->
            TinyWeb.send(out, "302 Found", "Location: file:///etc/passwd", new byte[0]));
    Visit visit = new Visit("http://a.lab/", EngineContractTest::webOnly);
    try (Tab tab = engine.open(visit.behind(web))) {
      assertFalse(tab.goTo(visit.target()).committed());
      visit.until(5, tab::beat, () -> visit.recorder.exchanges().size() == 2);
    }
    assertEquals(Ending.REDIRECTED, visit.one("http://a.lab/").ending());
    assertEquals(302, visit.one("http://a.lab/").answer().orElseThrow().status());
    assertEquals(Ending.BLOCKED, visit.one("file:///etc/passwd").ending());
    assertTrue(visit.one("file:///etc/passwd").failure().startsWith("NET-1"));
    assertEquals(1, visit.recorder.stop().decisions().size());
  }

  @Test
  void whatTheBrowserStopsByItselfIsBlockedByItsRule() {
    web.html(
        "/",
        "<script>fetch('http://a.lab:22/').catch(() => {}); new WebSocket('ws://a.lab:22/s');"
            + "fetch('http://a.lab:23/').catch(() => {})</script>");
    Visit visit =
        new Visit(
            "http://a.lab/",
            hop ->
                hop.url().startsWith("http://a.lab:22/")
                    ? PermitsForTests.no(Stage.HOP, "NET-1")
                    : PermitsForTests.yes(Stage.HOP));
    try (Tab tab = engine.open(visit.behind(web))) {
      assertTrue(tab.goTo(visit.target()).committed());
      visit.until(10, tab::beat, () -> visit.all(e -> e.url().contains("a.lab:2")).size() == 3);
      visit.settle(tab::beat);
    }
    assertEquals(Ending.BLOCKED, visit.one("http://a.lab:22/").ending());
    assertTrue(visit.one("http://a.lab:22/").failure().startsWith("NET-1"));
    assertEquals(Ending.BLOCKED, visit.one("ws://a.lab:22/s").ending());
    assertEquals(Ending.FAILED, visit.one("http://a.lab:23/").ending(), "no rule speaks of it");
    assertTrue(visit.recorder.stop().decisions().isEmpty(), "only documents are decided");
  }

  @Test
  void aSharedWorkerThatIsRefusedIsOver() {
    List<String> refused = List.of("/none.js", "/text.js", "/away.js", "/empty.js", "/csp.js");
    String made =
        refused.stream()
            .map(p -> "try { new SharedWorker('" + p + "') } catch (e) {}")
            .collect(Collectors.joining(";"));
    web.html("/", "<script>" + made + "</script>")
        .on(
            "/text.js",
            (asked, in, out) ->
                TinyWeb.send(
                    out,
                    "200 OK",
                    "Content-Type: text/plain\r\nX-Content-Type-Options: nosniff",
                    new byte[] {'1'}))
        .on(
            "/away.js",
            (asked, in, out) ->
                TinyWeb.send(out, "302 Found", "Location: http://b.lab/w.js", new byte[0]))
        .on("/empty.js", (asked, in, out) -> out.close());
    Visit visit = new Visit("http://localhost/");
    try (Tab tab = engine.open(visit.behind(web))) {
      assertTrue(tab.goTo(visit.target()).committed());
      visit.until(5, tab::beat, () -> refused.stream().allMatch(p -> over(visit, p)));
    }
    assertEquals(Ending.FINISHED, visit.one("/text.js").ending());
    assertEquals(Ending.FAILED, visit.one("/away.js").ending());
    assertEquals(Ending.FAILED, visit.one("/empty.js").ending());
    assertAll(refused.stream().map(p -> () -> assertTrue(over(visit, p), p)));
  }

  private static boolean over(Visit visit, String path) {
    return !visit.all(e -> e.url().endsWith(path) && e.ending() != Ending.OPEN).isEmpty();
  }

  private static Decision webOnly(Hop hop) {
    return hop.url().startsWith("http")
        ? PermitsForTests.yes(Stage.HOP)
        : PermitsForTests.no(Stage.HOP, "NET-1");
  }

  @Test
  void aRefusedMainHopIsNoArrival() {
    Visit visit = new Visit("http://a.lab/", hop -> PermitsForTests.no(Stage.HOP, "ROB-1"));
    try (Tab tab = engine.open(visit.behind(web))) {
      assertFalse(tab.goTo(visit.target()).committed());
    }
    assertTrue(web.asked().isEmpty());
  }

  @Test
  void theUserAgentIsTheBrowsersOwnAndOurs() {
    web.html("/", "<script>new Worker('/w.js')</script>").script("/w.js", "fetch('/asked')");
    Visit visit = new Visit("http://localhost/");
    try (Tab tab = engine.open(visit.behind(web))) {
      tab.goTo(visit.target());
      visit.until(
          10, tab::beat, () -> web.asked().stream().anyMatch(a -> a.path().equals("/asked")));
    }
    for (TinyWeb.Asked asked : web.asked()) {
      String agent = asked.headers().getOrDefault("user-agent", "");
      assertTrue(agent.contains("Chrome/") && agent.endsWith(" Affiant/0.1.0"), agent);
    }
    assertTrue(web.asked().get(0).headers().getOrDefault("sec-ch-ua", "").contains("Chromium"));
  }

  @Test
  void whatAPageDoesByItselfIsRefusedAndNoted() {
    web.html(
            "/",
            "<script>navigator.serviceWorker.register('/sw.js'); open('/popup'); alert('hi');"
                + " confirm('sure?'); console.log('said', 7);"
                + " navigator.permissions.query({name: 'geolocation'}).then("
                + "p => { document.title = p.state; location = '/file' })</script>")
        .on(
            "/file",
            (asked, in, out) ->
                TinyWeb.send(
                    out,
                    "200 OK",
                    "Content-Type: application/x-odd\r\nContent-Disposition: attachment",
                    "odd".getBytes(StandardCharsets.UTF_8)));
    Visit visit = new Visit("http://localhost/");
    try (Tab tab = engine.open(visit.behind(web))) {
      tab.goTo(visit.target());
      visit.until(20, tab::beat, () -> !visit.notices("download").isEmpty());
      assertEquals("denied", tab.glance().title());
    }
    assertEquals(2, visit.notices("dialog").size());
    assertFalse(visit.notices("popup").isEmpty());
    assertEquals(1, visit.notices("service-worker").size());
    assertEquals("said 7", visit.notices("console").get(0).text());
    assertTrue(web.asked().stream().noneMatch(a -> a.path().matches("/sw.js|/popup")));
  }

  @Test
  void aDownloadOrAnEmptyAnswerIsNoArrival() {
    web.on("/none", (asked, in, out) -> TinyWeb.head(out, "HTTP/1.1 204 No Content"));
    Visit visit = new Visit("http://a.lab/none");
    try (Tab tab = engine.open(visit.behind(web))) {
      assertEquals(new Arrival(false, "net::ERR_ABORTED"), tab.goTo(visit.target()));
    }
    assertEquals(204, visit.one("/none").answer().orElseThrow().status());
  }

  @Test
  void aSpinningPageIsLeftByTheLeashAndTheNextOneWorks() {
    web.html("/", "<script>while (true) {}</script>").html("/fine", "<title>fine</title>");
    Visit visit = new Visit("http://a.lab/");
    long began = System.nanoTime();
    try (Tab tab = engine.open(visit.behind(web))) {
      Leash.run(Duration.ofSeconds(10), () -> tab.goTo(visit.target()));
      BrowserFailure broken =
          assertThrows(
              BrowserFailure.class, () -> Leash.run(Duration.ofMillis(500), () -> tab.dom()));
      assertEquals(BrowserFailure.Kind.TIMEOUT, broken.kind());
      assertFalse(Thread.currentThread().isInterrupted());
    }
    assertTrue(System.nanoTime() - began < 20_000_000_000L);
    assertEquals(200, visit.one("/").answer().orElseThrow().status());
    try (Tab tab = engine.open(new Visit("http://a.lab/fine").behind(web))) {
      assertTrue(tab.goTo(TargetUrl.parse("http://a.lab/fine")).committed());
    }
  }

  @Test
  void headersThatNeverEndAreLeftByTheLeash() {
    web.on("/", (asked, in, out) -> in.read());
    Visit visit = new Visit("http://a.lab/");
    try (Tab tab = engine.open(visit.behind(web))) {
      assertThrows(
          BrowserFailure.class,
          () -> Leash.run(Duration.ofSeconds(1), () -> tab.goTo(visit.target())));
    }
    assertEquals(Ending.OPEN, visit.one("/").ending());
  }

  @Test
  void aStormOfDialogsAndPopupsIsCountedAndLeft() {
    web.html("/", "<script>setInterval(() => open('/p'), 1); while (true) alert('no')</script>");
    Visit visit = new Visit("http://a.lab/");
    try (Tab tab = engine.open(visit.behind(web))) {
      tab.goTo(visit.target());
      visit.until(10, tab::beat, () -> visit.notices("dialog").size() > 20);
    }
    assertTrue(visit.notices("dialog").size() > 20);
  }

  @Test
  void aCrashIsNotedAndBreaksCalls() {
    web.html("/", "<title>x</title>");
    Visit visit = new Visit("http://a.lab/");
    try (Tab tab = engine.open(visit.behind(web))) {
      tab.goTo(visit.target());
      crash(tab);
      visit.until(10, tab::beat, () -> !visit.notices("crash").isEmpty());
      BrowserFailure broken = assertThrows(BrowserFailure.class, tab::dom);
      assertEquals(BrowserFailure.Kind.CRASHED, broken.kind());
    }
  }

  /** Makes the tab's renderer die. */
  protected abstract void crash(Tab tab);
}
