package dev.affiant.engine;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Breaks calls that take too long: when a call's time is up, the thread that made it is
 * interrupted, and the call throws {@link BrowserFailure} of the kind TIMEOUT.
 *
 * <p>One daemon thread watches the clock and does nothing else. The interrupt never outlives its
 * call: a late alarm cannot hit the next one. Any thread may hold, also within a call.
 */
public final class Leash {
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  /** A call under way, and whether it was told to end. */
  private static final class Held {
    private final Thread owner;
    private boolean over;
    private boolean broken;

    Held(Thread owner) {
      this.owner = owner;
    }

    synchronized void end() {
      if (!over && !broken) {
        broken = true;
        owner.interrupt();
      }
    }

    /** Marks it as returned, and says whether it had been told to end. */
    synchronized boolean returned() {
      over = true;
      if (broken) {
        // The flag is ours: whoever waits next must not find it.
        Thread.interrupted();
      }
      return broken;
    }
  }

  /**
   * Makes the call, for at most so long.
   *
   * @throws BrowserFailure of the kind TIMEOUT if the time was up before it returned
   */
  public static <T> T hold(Duration limit, Supplier<T> call) {
    if (limit.isZero() || limit.isNegative()) {
      throw new BrowserFailure(BrowserFailure.Kind.TIMEOUT, "no time is left");
    }
    Held mine = new Held(Thread.currentThread());
    Future<?> alarm = TIMER.schedule(mine::end, limit.toNanos(), TimeUnit.NANOSECONDS);
    try {
      return call.get();
    } catch (BrowserFailure e) {
      if (mine.returned() && e.kind() != BrowserFailure.Kind.TIMEOUT) {
        throw new BrowserFailure(BrowserFailure.Kind.TIMEOUT, "out of time", e);
      }
      throw e;
    } finally {
      alarm.cancel(false);
      mine.returned();
    }
  }

  /** Makes a call that gives nothing back; see {@link #hold(Duration, Supplier)}. */
  public static void run(Duration limit, Runnable call) {
    hold(
        limit,
        () -> {
          call.run();
          return true;
        });
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "leash");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }
}
