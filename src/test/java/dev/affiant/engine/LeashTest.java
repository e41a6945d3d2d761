package dev.affiant.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;

class LeashTest {
  private final Leash leash = new Leash();

  /** Waits for ever, as a call to a hung browser does, and breaks as Playwright does. */
  private static String hang() {
    try {
      return new SynchronousQueue<String>().take();
    } catch (InterruptedException e) {
      throw new BrowserFailure(BrowserFailure.Kind.GONE, "interrupted", e);
    }
  }

  @Test
  void aCallThatReturnsInTimeGivesItsAnswer() {
    assertEquals("yes", leash.hold(Duration.ofSeconds(5), () -> "yes"));
  }

  @Test
  void aCallThatHangsIsATimeoutAndLeavesNoInterrupt() {
    BrowserFailure broken =
        assertThrows(
            BrowserFailure.class, () -> leash.hold(Duration.ofMillis(20), LeashTest::hang));
    assertEquals(BrowserFailure.Kind.TIMEOUT, broken.kind());
    assertFalse(Thread.currentThread().isInterrupted());
    assertEquals("next", leash.hold(Duration.ofSeconds(5), () -> "next"));
  }

  @Test
  void noTimeIsATimeoutWithoutACall() {
    assertThrows(BrowserFailure.class, () -> leash.hold(Duration.ZERO, () -> "never"));
  }

  @Test
  void pullingEndsTheCallUnderWayAndEveryLaterOne() {
    CountDownLatch begun = new CountDownLatch(1);
    Thread puller =
        new Thread(
            () -> {
              try {
                begun.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              leash.pull();
            });
    puller.start();
    assertThrows(
        BrowserFailure.class,
        () ->
            leash.hold(
                Duration.ofSeconds(30),
                () -> {
                  begun.countDown();
                  return hang();
                }));
    assertThrows(BrowserFailure.class, () -> leash.hold(Duration.ofSeconds(5), () -> "late"));
  }
}
