package dev.affiant.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast pages of a host may be asked for.
 *
 * @param delay between one page and the next; zero for a fixture's host, of which nothing is noted
 * @param perHour how many in any hour
 */
public record Pace(Duration delay, long perHour) {

  /** The pace that the duties of these decisions set. */
  public static Pace of(List<Decision> decisions) {
    long seconds = 0;
    long perHour = Integer.MAX_VALUE;
    for (Condition c : Conditions.of(decisions)) {
      if (c.kind() == Condition.Kind.MIN_DELAY) {
        seconds = Math.max(seconds, Long.parseLong(c.value()));
      } else if (c.kind() == Condition.Kind.MAX_PER_HOUR) {
        perHour = Math.min(perHour, Long.parseLong(c.value()));
      }
    }
    return new Pace(Duration.ofSeconds(seconds), Math.max(1, perHour));
  }

  /** Whether nothing is to be waited for or noted. */
  public boolean free() {
    return delay.isZero();
  }

  /**
   * The first moment, not before now, at which a page may be asked for.
   *
   * @param pages when pages were asked for or will be, in any order
   */
  public Instant next(List<Instant> pages, Instant now) {
    List<Instant> sorted = new ArrayList<>(pages);
    sorted.sort(null);
    Instant turn = now;
    if (!sorted.isEmpty()) {
      turn = later(turn, sorted.get(sorted.size() - 1).plus(delay));
    }
    if (sorted.size() >= perHour) {
      Instant freed = sorted.get(sorted.size() - (int) perHour).plus(Duration.ofHours(1));
      turn = later(turn, freed);
    }
    return turn;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
