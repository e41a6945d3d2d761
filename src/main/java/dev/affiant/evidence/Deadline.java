package dev.affiant.evidence;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The moment after which a capture goes on with what it has. It can come early: {@link #cut} is
 * what Ctrl-C does. Any thread may ask or cut.
 */
public final class Deadline {
  private final LongSupplier nanos;
  private final long start;
  private final long end;
  private final Optional<Deadline> outer;
  private final AtomicLong waited = new AtomicLong();
  private volatile boolean cut;

  private Deadline(LongSupplier nanos, Duration within, Optional<Deadline> outer) {
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.end = start + within.toNanos();
    this.outer = outer;
  }

  /** One that passes this long from now, by the machine's monotonic clock. */
  public static Deadline in(Duration within) {
    return new Deadline(System::nanoTime, within, Optional.empty());
  }

  /** One that passes by a clock of the caller's; for tests. */
  public static Deadline in(Duration within, LongSupplier nanos) {
    return new Deadline(nanos, within, Optional.empty());
  }

  /** What is left; zero once it has passed, never negative. */
  public Duration left() {
    if (cut) {
      return Duration.ZERO;
    }
    Duration own = Duration.ofNanos(Math.max(0, end + waited.get() - nanos.getAsLong()));
    return outer.map(o -> o.atMost(own)).orElse(own);
  }

  /** The shorter of what is left and this. */
  public Duration atMost(Duration limit) {
    Duration left = left();
    return left.compareTo(limit) < 0 ? left : limit;
  }

  /** A deadline that passes when this share of the whole is used up, or when this one does. */
  public Deadline share(double part) {
    long whole = end - start;
    Duration untilPart =
        Duration.ofNanos(start + waited.get() + (long) (whole * part) - nanos.getAsLong());
    Duration inner = untilPart.isNegative() ? Duration.ZERO : untilPart;
    return new Deadline(nanos, inner, Optional.of(this));
  }

  public boolean passed() {
    return left().isZero();
  }

  /** Moves it by what was spent waiting for others' sake, which is not the capture's time. */
  public void waited(Duration span) {
    waited.addAndGet(span.toNanos());
  }

  /** Makes it pass now, because somebody asked us to stop. */
  public void cut() {
    cut = true;
  }

  /** Whether it passed because somebody asked us to stop. */
  public boolean wasCut() {
    return cut || outer.map(Deadline::wasCut).orElse(false);
  }
}
