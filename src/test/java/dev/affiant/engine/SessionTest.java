package dev.affiant.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.casefile.TargetUrl;
import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Deadline;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Rect;
import dev.affiant.evidence.Role;
import dev.affiant.policy.Permit;
import dev.affiant.policy.PermitsForTests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final InetSocketAddress PROXY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
  private static final Instant NOW = Instant.parse("2026-11-24T22:51:29.004Z");
  private final MemoryStaging staging = new MemoryStaging();
  private final Recorder recorder = new Recorder(staging, Clock.fixed(NOW, ZoneOffset.UTC));
  private final FakeTab tab = new FakeTab();

  private Session session(Deadline deadline) {
    return session(deadline, PermitsForTests.open(Orders.of("http://one.test/")));
  }

  private Session session(Deadline deadline, Permit permit) {
    Opening opening = new Opening(permit, PROXY, "no lane", recorder);
    return Session.open(new OneTab(tab), opening, deadline);
  }

  private Session session() {
    return session(Deadline.in(Duration.ofSeconds(30)));
  }

  /** An engine that has just this tab. */
  private record OneTab(Tab tab) implements Engine {
    @Override
    public Offer offers() {
      throw new IllegalStateException("nobody asks");
    }

    @Override
    public Tab open(Opening opening) {
      return tab;
    }

    @Override
    public void kill() {}

    @Override
    public void close() {}
  }

  private String text(Artifact artifact) throws IOException {
    return new String(
        staging.bytes(artifact.digest().sha256()).orElseThrow(), StandardCharsets.UTF_8);
  }

  private static List<String> names(Taken taken) {
    return taken.kept().stream().map(Artifact::name).toList();
  }

  @Test
  void everyTakingIsFiledUnderItsNextName() {
    Session session = session();
    assertEquals(List.of("screenshot-viewport-01.png"), names(session.takeViewport("before")));
    Artifact after = session.takeViewport("after").kept().get(0);
    assertEquals("screenshot-viewport-02.png", after.name());
    assertEquals("after", after.label().orElseThrow());
    assertEquals(new Rect(0, 0, 1280, 1600), after.rect().orElseThrow());
    assertEquals(1, after.scale().orElseThrow());
    assertEquals(List.of("mhtml-01.mhtml"), names(session.take(Role.MHTML)));
    assertEquals(5, recorder.stop().artifacts().size() + 2);
  }

  @Test
  void framesAreFilesOfTheirOwnAndAMissingOneIsAShortfall() {
    Taken taken = session().takeDom();
    assertEquals(List.of("rendered-01.html.txt", "rendered-frame-01.html.txt"), names(taken));
    assertEquals("http://two.test/", taken.kept().get(1).frame().orElseThrow());
    assertEquals("0.0", taken.kept().get(1).label().orElseThrow());
    assertEquals(
        List.of(new Reason("missing:rendered-frame", "http://three.test/: gone")),
        taken.shortfalls());
  }

  @Test
  void wordsAreAHeadAndOneWordALine() throws IOException {
    Taken taken = session().takeWords();
    assertEquals(List.of("text-boxes-01.jsonl", "visible-text-01.txt"), names(taken));
    assertEquals(
        """
        {"page":[1280,5210],"viewport":[1280,1600],"scale":1,"words":1,"cut":""}
        {"text":"Hello","box":[1,2.5,30.25,18],"line":1,"order":1,"frame":"0","dir":"ltr","lang":"en"}
        """,
        text(taken.kept().get(0)));
    assertEquals("Hello\n", text(taken.kept().get(1)));
  }

  @Test
  void aFailingTakingLosesNothingElse() {
    tab.breaks("fullPage", BrowserFailure.Kind.CRASHED)
        .breaks("mhtml", BrowserFailure.Kind.REFUSED);
    Session session = session();
    Taken full = session.takeFullPage();
    assertEquals(List.of("screenshot-full-01.png"), names(full), "what came before it broke stays");
    assertEquals("truncated:screenshot-full", full.shortfalls().get(0).code());
    assertEquals("missing:mhtml", session.takeMhtml().shortfalls().get(0).code());
    assertEquals(2, session.takeWords().kept().size());
    assertEquals(2, recorder.stop().shortfalls().size());
  }

  @Test
  void whatIsWrongWithAPictureIsAShortfall() {
    Session session = session();
    session.glance();
    Taken full = session.takeFullPage();
    assertEquals(2, full.kept().size());
    assertEquals(
        List.of("truncated:screenshot-full"),
        full.shortfalls().stream().map(Reason::code).toList());
  }

  @Test
  void aCallThatHangsEndsAtTheDeadlineAndTheRestIsRefused() {
    tab.hangs("mhtml");
    Session session = session(Deadline.in(Duration.ofMillis(150)));
    Taken mhtml = session.takeMhtml();
    assertEquals("missing:mhtml", mhtml.shortfalls().get(0).code());
    assertTrue(mhtml.shortfalls().get(0).detail().startsWith("TIMEOUT"), mhtml.toString());
    assertEquals("missing:rendered", session.takeDom().shortfalls().get(0).code());
    assertFalse(tab.calls.contains("dom"));
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void anActWithoutAPermitThatHoldsIsRefused() {
    Permit permit = PermitsForTests.until(Orders.of("http://one.test/"), NOW.plusSeconds(1));
    Session session = session(Deadline.in(Duration.ofSeconds(30)), permit);
    session.scrollTo(1);
    Recorder later = new Recorder(staging, Clock.fixed(NOW.plusSeconds(2), ZoneOffset.UTC));
    Opening opening = new Opening(permit, PROXY, "no lane", later);
    BrowserFailure no =
        assertThrows(
            BrowserFailure.class,
            () -> Session.open(new OneTab(tab), opening, Deadline.in(Duration.ofSeconds(30))));
    assertEquals(BrowserFailure.Kind.REFUSED, no.kind());
  }

  @Test
  void clicksAreGuardedAndPicturedBefore() {
    Session session = session();
    Spot spot = session.find("button", 1).get(0);
    assertTrue(session.click(spot, Intent.LOAD_MORE));
    assertTrue(tab.calls.indexOf("viewport") < tab.calls.indexOf("click"));
    Action click = action("click");
    assertEquals("screenshot-viewport-01.png", click.with().path("before").asString());
    assertEquals("load-more", click.with().path("intent").asString());
  }

  @Test
  void theGuardRefusesWhatMoreThanShows() {
    Session session = session();
    List.of(
            spot("input", "button", false, "More", ""),
            spot("label", "", false, "More", ""),
            spot("button", "submit", true, "More", ""),
            spot("div", "", false, "More", ""),
            spot("a", "", false, "Write", "mailto:a@b.c"),
            spot("button", "button", false, "Accept all", ""),
            spot("button", "button", false, "Follow", ""))
        .forEach(s -> assertFalse(session.click(s, Intent.CONSENT_REJECT), s.toString()));
    assertFalse(tab.calls.contains("click"));
    assertEquals(
        7,
        recorder.stop().actions().stream().filter(a -> a.result().startsWith("refused")).count());
  }

  private static Spot spot(String tag, String type, boolean submits, String name, String href) {
    String role = tag.equals("a") ? "link" : tag.equals("div") ? "generic" : "button";
    return new Spot("0", "x", tag, type, href, submits, role, name, true, FakeTab.BOX);
  }

  @Test
  void looksThatFollowEachOtherAreOneLineOfTheRecord() {
    Session session = session();
    session.glance();
    session.beat();
    session.glance();
    session.scrollTo(7);
    session.glance();
    session.close();
    assertEquals(
        """
        {"at":"2026-11-24T22:51:29.004Z","ms":0,"did":"open","with":{},"result":"ok"}
        {"at":"2026-11-24T22:51:29.004Z","ms":0,"did":"glance","with":{"times":2},"result":"ok"}
        {"at":"2026-11-24T22:51:29.004Z","ms":0,"did":"scrollTo","with":{"y":7},"result":"ok"}
        {"at":"2026-11-24T22:51:29.004Z","ms":0,"did":"glance","with":{"times":1},"result":"ok"}
        """,
        new String(ActionLines.of(recorder.stop()), StandardCharsets.UTF_8));
  }

  @Test
  void noticesAreTheConsole() {
    recorder.noticed(
        new Notice(NOW, "console", "error", "a\n\u202e\u001b[31m", "http://one.test/"));
    assertEquals(
        """
        {"at":"2026-11-24T22:51:29.004Z","kind":"console","level":"error","text":"a\\n\u202e\\u001B[31m","url":"http://one.test/"}
        """,
        new String(ConsoleLines.of(recorder.stop()), StandardCharsets.UTF_8));
  }

  @Test
  void goingSomewhereLeavesItsMoments() {
    Session session = session();
    assertTrue(session.goTo(TargetUrl.parse("http://one.test/")).committed());
    session.settled();
    assertTrue(
        recorder
            .stop()
            .moments()
            .keySet()
            .containsAll(List.of("navigating", "navigated", "settled")));
  }

  @Test
  void aStagingThatTakesNothingMoreIsAShortfall() {
    Session session = session();
    staging.shut();
    assertEquals("lost:mhtml", session.takeMhtml().shortfalls().get(0).code());
  }

  private Action action(String did) {
    return recorder.stop().actions().stream()
        .filter(a -> a.did().equals(did))
        .findFirst()
        .orElseThrow();
  }
}
