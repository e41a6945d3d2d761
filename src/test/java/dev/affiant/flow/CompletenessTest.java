package dev.affiant.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.engine.Notice;
import dev.affiant.engine.Recording;
import dev.affiant.evidence.Access;
import dev.affiant.evidence.Digest;
import dev.affiant.evidence.End;
import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Outcome;
import dev.affiant.network.Answer;
import dev.affiant.network.Body;
import dev.affiant.network.Ending;
import dev.affiant.network.Exchange;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Effect;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of outcomes, row by row. */
class CompletenessTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Decision YES =
      new Decision(
          Stage.ADMIT, Effect.PERMIT, List.of(new Ground("CASE-1", Effect.PERMIT, "", "")), NOW);

  @Test
  void contentWithEverythingAccountedForIsComplete() {
    Completeness judged = judge(Access.CONTENT, Stop.END, List.of(document(200)));
    assertEquals(Outcome.complete(), judged.outcome());
    assertTrue(judged.needsReview().isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Access.class)
  void everyAccessHasAnOutcomeAndOnlyContentIsComplete(Access access) {
    End end = judge(access, Stop.END, List.of(document(200))).outcome().end();
    assertEquals(access == Access.CONTENT, end == End.COMPLETE);
    assertFalse(EnumSet.of(End.INTERRUPTED, End.REFUSED).contains(end));
  }

  @ParameterizedTest
  @CsvSource({
    "LOGIN_WALL,WALLED",
    "AGE_GATE,WALLED",
    "CONSENT_WALL,WALLED",
    "PAYWALL,WALLED",
    "BOT_CHECK,WALLED",
    "RATE_LIMITED,WALLED",
    "GEO_BLOCKED,WALLED",
    "FORBIDDEN,WALLED",
    "NOT_FOUND,ABSENT",
    "REMOVED,ABSENT",
    "SUSPENDED,ABSENT",
    "PRIVATE_ACCOUNT,ABSENT",
    "SERVER_ERROR,UNREACHABLE",
    "EMPTY_SHELL,PARTIAL",
    "UNCLASSIFIED,PARTIAL",
    "CONTENT_PARTIAL,PARTIAL",
    "OFFSITE_REDIRECT,PARTIAL"
  })
  void accessDecides(Access access, End expected) {
    assertEquals(expected, judge(access, Stop.END, List.of(document(200))).outcome().end());
  }

  @Test
  void anEmptyShellNeedsReview() {
    assertFalse(
        judge(Access.EMPTY_SHELL, Stop.END, List.of(document(200))).needsReview().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "image,FAILED,0,PARTIAL", "image,FINISHED,404,PARTIAL", "script,FINISHED,500,PARTIAL",
    "font,FAILED,0,PARTIAL", "fetch,BLOCKED,0,PARTIAL", "websocket,FAILED,0,PARTIAL",
    "xhr,OPEN,200,PARTIAL", "stylesheet,FINISHED,200,COMPLETE", "fetch,ABORTED,0,COMPLETE",
    "websocket,OPEN,101,COMPLETE", "eventsource,OPEN,200,COMPLETE", "ping,FAILED,0,COMPLETE",
    "prefetch,FINISHED,404,COMPLETE", "image,REDIRECTED,302,COMPLETE"
  })
  void requestsDecide(String kind, Ending ending, int status, End expected) {
    Exchange request = exchange(1, kind, ending, status);
    assertEquals(
        expected, judge(Access.CONTENT, Stop.END, List.of(document(200), request)).outcome().end());
  }

  @Test
  void aBeaconThatFailsIsAWarning() {
    List<Exchange> all = List.of(document(200), exchange(1, "ping", Ending.FAILED, 0));
    assertEquals("failed:ping", judge(Access.CONTENT, Stop.END, all).warnings().get(0).code());
  }

  @Test
  void aTruncatedBodyIsPartial() {
    Body cut = new Body(Digest.of(new byte[] {1}), Extent.LENGTH, 1);
    Exchange image = exchange(1, "image", Ending.FINISHED, 200).with(cut);
    Outcome outcome = judge(Access.CONTENT, Stop.END, List.of(document(200), image)).outcome();
    assertEquals("truncated:image", outcome.reasons().get(0).code());
  }

  @Test
  void theDeadlineIsPartialAfterAMainResponseAndUnreachableBefore() {
    Stop late = new Stop(Stop.At.DEADLINE, "");
    assertEquals(End.PARTIAL, judge(Access.CONTENT, late, List.of(document(200))).outcome().end());
    Outcome before = judge(Access.UNCLASSIFIED, late, List.of()).outcome();
    assertEquals(Outcome.of(End.UNREACHABLE, "timeout", "no main response in time"), before);
  }

  @Test
  void aPageThatHungSaysTheDeadlineAndNotThatItIsUnclassified() {
    Stop late = new Stop(Stop.At.DEADLINE, "too late");
    Completeness judged = judge(Sight.none(), late, List.of(document(200)));
    assertEquals(List.of("deadline"), codes(judged));
    assertFalse(judged.needsReview().isEmpty());
  }

  @Test
  void aPageThatNeverAnsweredIsUnresponsive() {
    Completeness judged = judge(Sight.none(), Stop.END, List.of(document(200)));
    assertEquals(List.of("unresponsive"), codes(judged));
  }

  @Test
  void theMainDocumentsShortfallIsTheFirstReason() {
    Exchange endless = exchange(1, "document", Ending.OPEN, 0);
    Exchange image = exchange(0, "image", Ending.FAILED, 0);
    Completeness judged = judge(sight(Access.UNCLASSIFIED), Stop.END, List.of(image, endless));
    assertEquals(List.of("unfinished:document", "unclassified", "failed:image"), codes(judged));
  }

  private static List<String> codes(Completeness judged) {
    return judged.outcome().reasons().stream().map(r -> r.code()).toList();
  }

  @Test
  void aStopBeforeTheVisitIsInterruptedUnlessARuleRefused() {
    Decision no = robots("timeout: it was given up");
    Stop cut = new Stop(Stop.At.CUT, "before the visit");
    assertEquals(End.INTERRUPTED, judgeRefused(no, cut));
    assertEquals(End.UNREACHABLE, judgeRefused(no, Stop.NOT_STARTED));
    assertEquals(End.REFUSED, judgeRefused(robots(""), cut));
  }

  private static Decision robots(String failure) {
    Inputs inputs = Inputs.of(Json.object().set("robots", Json.object().put("failure", failure)));
    return new Decision(
        Stage.ADMIT,
        Effect.REFUSE,
        List.of(new Ground("ROB-1", Effect.REFUSE, "robots.txt says no", "")),
        NOW,
        inputs);
  }

  private static End judgeRefused(Decision no, Stop stop) {
    return Completeness.of(
            new Completeness.Case(
                no, stop, Sight.none(), recording(List.of()), List.of(), List.of(), List.of()))
        .outcome()
        .end();
  }

  @Test
  void aCrashIsPartialAfterAMainResponseAndUnreachableBefore() {
    Stop crash = new Stop(Stop.At.CRASHED, "");
    assertEquals(End.PARTIAL, judge(Access.CONTENT, crash, List.of(document(200))).outcome().end());
    assertEquals(End.UNREACHABLE, judge(Access.UNCLASSIFIED, crash, List.of()).outcome().end());
  }

  @Test
  void beingStoppedIsInterrupted() {
    Stop cut = new Stop(Stop.At.CUT, "");
    assertEquals(
        End.INTERRUPTED, judge(Access.CONTENT, cut, List.of(document(200))).outcome().end());
  }

  @ParameterizedTest
  @CsvSource({
    "net::ERR_NAME_NOT_RESOLVED,dns", "net::ERR_CERT_DATE_INVALID,certificate",
    "net::ERR_TOO_MANY_REDIRECTS,redirect-loop", "net::ERR_CONNECTION_REFUSED,connection-refused"
  })
  void whatWasNotReachedSaysWhy(String failure, String code) {
    Stop stop = new Stop(Stop.At.NOT_REACHED, failure);
    Outcome outcome = judge(Access.UNCLASSIFIED, stop, List.of()).outcome();
    assertEquals(End.UNREACHABLE, outcome.end());
    assertEquals(code, outcome.reasons().get(0).code());
  }

  @Test
  void noContentAndDownloadsAreUnreachable() {
    Stop stop = new Stop(Stop.At.NOT_REACHED, "net::ERR_ABORTED");
    Outcome none = judge(Access.UNCLASSIFIED, stop, List.of(document(204))).outcome();
    assertEquals("no-content", none.reasons().get(0).code());
    Recording download =
        recording(List.of(new Notice(NOW, "download", "", "file.zip", "http://a.lab/")));
    Completeness.Case file =
        new Completeness.Case(
            YES, stop, sight(Access.UNCLASSIFIED), download, List.of(), List.of(), List.of());
    assertEquals("download", Completeness.of(file).outcome().reasons().get(0).code());
  }

  @Test
  void aRefusedHopIsRefusedWithItsRule() {
    Exchange hop = exchange(0, "document", Ending.REDIRECTED, 302);
    Exchange denied = new ExchangeOf(hop).ending(Ending.BLOCKED, "NET-2");
    Outcome outcome =
        judge(
                Access.UNCLASSIFIED,
                new Stop(Stop.At.NOT_REACHED, "net::ERR_BLOCKED_BY_CLIENT"),
                List.of(denied))
            .outcome();
    assertEquals(End.REFUSED, outcome.end());
    assertEquals("NET-2", outcome.reasons().get(0).code());
  }

  @Test
  void whereAPageWantsToGoOnceItWasSeenTakesNothingFromIt() {
    Exchange page = document(200);
    Exchange next = exchange(1, "document", Ending.ABORTED, 0);
    Exchange blocked = new ExchangeOf(next).ending(Ending.BLOCKED, "NET-2");
    Exchange nothing = exchange(1, "document", Ending.FINISHED, 204);
    assertEquals(200, MainDocument.of(List.of(page, next)).status());
    assertEquals(200, MainDocument.of(List.of(page, blocked)).status());
    assertEquals(End.COMPLETE, end(sight(Access.CONTENT), List.of(page, nothing)));
    assertEquals(End.COMPLETE, end(sight(Access.CONTENT), List.of(page, next)));
    assertEquals(End.PARTIAL, end(sight(Access.CONTENT), List.of(page, blocked)));
  }

  private static End end(Sight sight, List<Exchange> exchanges) {
    return judge(sight, Stop.END, exchanges).outcome().end();
  }

  private record ExchangeOf(Exchange e) {
    Exchange ending(Ending ending, String failure) {
      return new Exchange(
          e.seq(),
          e.requestId(),
          e.target(),
          e.frame(),
          e.kind(),
          e.method(),
          e.url(),
          e.requestHeaders(),
          e.requestBody(),
          Optional.empty(),
          e.body(),
          e.whyNoBody(),
          e.tls(),
          e.startedAt(),
          e.answeredAt(),
          e.endedAt(),
          ending,
          failure,
          e.remote(),
          e.initiator());
    }
  }

  private static Completeness judge(Access access, Stop stop, List<Exchange> exchanges) {
    return judge(sight(access), stop, exchanges);
  }

  private static Completeness judge(Sight sight, Stop stop, List<Exchange> exchanges) {
    return Completeness.of(
        new Completeness.Case(
            YES, stop, sight, recording(List.of()), exchanges, List.of(), List.of()));
  }

  private static Sight sight(Access access) {
    return new Sight(access, List.of("by the test"));
  }

  private static Recording recording(List<Notice> notices) {
    return new Recording(
        List.of(), List.of(), List.of(), notices, List.of(YES), Map.of(), List.of(), 0);
  }

  private static Exchange document(int status) {
    return exchange(0, "document", Ending.FINISHED, status);
  }

  private static Exchange exchange(int seq, String kind, Ending ending, int status) {
    boolean bodiless = Set.of(204, 304).contains(status) || ending != Ending.FINISHED;
    Optional<Body> body =
        bodiless
            ? Optional.empty()
            : Optional.of(new Body(Digest.of(new byte[0]), Extent.WHOLE, 0));
    Optional<Answer> answer =
        status == 0
            ? Optional.empty()
            : Optional.of(new Answer(status, "", new ArrayList<>(), "http/1.1", true));
    return new Exchange(
        seq,
        "r" + seq,
        "page",
        "",
        kind,
        "GET",
        "http://a.lab/" + seq,
        List.of(),
        Optional.empty(),
        answer,
        body,
        "",
        Optional.empty(),
        NOW,
        Optional.of(NOW),
        Optional.of(NOW),
        ending,
        ending == Ending.FAILED ? "net::ERR_FAILED" : "",
        "",
        "");
  }
}
