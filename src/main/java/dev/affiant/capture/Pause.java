package dev.affiant.capture;

import dev.affiant.evidence.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Waits for a turn at a host. */
@FunctionalInterface
public interface Pause {
  /**
   * Comes back at this moment, or when the deadline is cut; what was waited does not count towards
   * the deadline.
   */
  void until(Instant turn, String host, Deadline deadline);

  /**
   * Waits by the clock.
   *
   * @param told one line before a wait that people notice
   */
  static Pause by(Clock clock, Consumer<String> told) {
    Duration glimpse = Duration.ofMillis(100);
    Duration noticed = Duration.ofSeconds(2);
    return (turn, host, deadline) -> {
      Instant began = clock.instant();
      Duration whole = Duration.between(began, turn);
      if (whole.compareTo(noticed) > 0) {
        told.accept("waiting " + whole.toSeconds() + " s for the next turn at " + host);
      }
      Duration left = whole;
      while (!left.isNegative() && !left.isZero() && !deadline.wasCut()) {
        LockSupport.parkNanos(Math.min(left.toNanos(), glimpse.toNanos()));
        left = Duration.between(clock.instant(), turn);
      }
      deadline.waited(Duration.between(began, clock.instant()));
    };
  }
}
