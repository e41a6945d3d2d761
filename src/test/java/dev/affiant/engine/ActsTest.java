package dev.affiant.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.affiant.evidence.Deadline;
import dev.affiant.evidence.Json;
import dev.affiant.policy.PermitsForTests;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ActsTest {
  private final Recorder recorder = new Recorder(new MemoryStaging(), Clock.systemUTC());
  private final List<String> asked = new ArrayList<>();
  private final Acts acts =
      new Acts(
          PermitsForTests.open(Orders.of("http://one.test/")),
          recorder,
          Deadline.in(Duration.ofSeconds(30)));

  private static boolean hang() {
    try {
      new CountDownLatch(1).await();
      return true;
    } catch (InterruptedException e) {
      throw new BrowserFailure(BrowserFailure.Kind.TIMEOUT, "interrupted", e);
    }
  }

  private boolean said(String what) {
    return asked.add(what);
  }

  @Test
  void aPageThatDidNotAnswerIsFirstAskedSomethingShort() {
    acts.probe(() -> said("probe"));
    acts.act("a", Json.object(), () -> said("a"));
    assertThrows(
        BrowserFailure.class,
        () -> acts.act("hang", Json.object(), Duration.ofMillis(50), ActsTest::hang));
    acts.act("b", Json.object(), () -> said("b"));
    acts.act("c", Json.object(), () -> said("c"));
    assertEquals(List.of("a", "probe", "b", "c"), asked);
  }

  @Test
  void everyActIsWrittenDownWithItsEnd() {
    acts.act("fine", Json.object(), () -> 7);
    acts.act("not", Json.object(), () -> false);
    acts.act("goTo", Json.object(), () -> new Arrival(false, "net::ERR_FAILED"));
    assertThrows(
        BrowserFailure.class,
        () -> acts.act("hang", Json.object(), Duration.ofMillis(50), ActsTest::hang));
    assertEquals(
        List.of("ok", "not done", "net::ERR_FAILED", "TIMEOUT: interrupted"),
        recorder.stop().actions().stream().map(Action::result).toList());
  }
}
