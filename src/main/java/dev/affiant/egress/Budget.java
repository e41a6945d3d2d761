package dev.affiant.egress;

import dev.affiant.policy.Limits;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What a lane may still carry under its capture's limits. Thread-safe. */
final class Budget {
  private final Limits limits;
  private final AtomicLong carried = new AtomicLong();
  private final AtomicInteger open = new AtomicInteger();

  Budget(Limits limits) {
    this.limits = limits;
  }

  /** Counts bytes, and says whether the capture may still carry them. */
  boolean carries(int bytes) {
    return carried.addAndGet(bytes) <= limits.captureBytes();
  }

  /** Whether one answer, or one tunnel, may be this long. */
  boolean answers(long bytes) {
    return bytes <= limits.bodyBytes();
  }

  /** Counts a connection in, unless there are too many. */
  boolean enter() {
    if (open.incrementAndGet() <= limits.connections()) {
      return true;
    }
    open.decrementAndGet();
    return false;
  }

  void leave() {
    open.decrementAndGet();
  }

  String rule() {
    return limits.rule();
  }

  String captureWords() {
    return "more than " + limits.captureBytes() + " bytes in one capture";
  }

  String answerWords() {
    return "more than " + limits.bodyBytes() + " bytes in one answer or tunnel";
  }

  String connectionWords() {
    return "more than " + limits.connections() + " connections at the same time";
  }
}
