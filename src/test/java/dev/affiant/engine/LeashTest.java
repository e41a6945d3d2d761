package dev.affiant.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;

class LeashTest {
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
    assertEquals("yes", Leash.hold(Duration.ofSeconds(5), () -> "yes"));
  }

  @Test
  void aCallThatHangsIsATimeoutAndLeavesNoInterrupt() {
    BrowserFailure broken =
        assertThrows(
            BrowserFailure.class, () -> Leash.hold(Duration.ofMillis(20), LeashTest::hang));
    assertEquals(BrowserFailure.Kind.TIMEOUT, broken.kind());
    assertFalse(Thread.currentThread().isInterrupted());
    assertEquals("next", Leash.hold(Duration.ofSeconds(5), () -> "next"));
  }

  @Test
  void noTimeIsATimeoutWithoutACall() {
    assertThrows(BrowserFailure.class, () -> Leash.hold(Duration.ZERO, () -> "never"));
  }
}
