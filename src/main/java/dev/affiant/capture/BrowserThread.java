package dev.affiant.capture;

import dev.affiant.engine.BrowserFailure;
import dev.affiant.engine.Engine;
import dev.affiant.evidence.Deadline;
import dev.affiant.flow.Stop;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One browser and the thread that owns it, lent to one capture after another.
 *
 * <p>A capture that does not come back by its deadline is interrupted; if that frees nothing within
 * two seconds, browser and driver are killed; if even that frees nothing, the thread is given up
 * and the capture goes on without it. After anything but a clean return the browser is thrown away.
 */
public final class BrowserThread implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration GLIMPSE = Duration.ofMillis(100);

  private final Supplier<Engine> maker;
  private Berth berth;

  /** The thread, and the browser on it once it is made. */
  private static final class Berth {
    private final ExecutorService thread;
    private volatile Optional<Thread> runner = Optional.empty();
    private volatile Optional<Engine> engine = Optional.empty();
    private volatile boolean givenUp;
    private Optional<CompletableFuture<Optional<BrowserFailure>>> start = Optional.empty();

    Berth() {
      thread =
          Executors.newSingleThreadExecutor(
              work -> {
                Thread made = new Thread(work, "browser");
                made.setDaemon(true);
                runner = Optional.of(made);
                return made;
              });
    }
  }

  /**
   * A thread that makes its browser when it is first needed.
   *
   * @param maker called on the thread, again after a browser was thrown away
   */
  public BrowserThread(Supplier<Engine> maker) {
    this.maker = maker;
    this.berth = new Berth();
  }

  /** Starts the browser ahead of the first visit. A failure shows when it must be ready. */
  public synchronized void warm() {
    begin(berth);
  }

  /**
   * Waits until the browser runs, or until the deadline, after which the visit will say so.
   *
   * @throws BrowserFailure if it cannot be started: then there is nothing to visit with, and no
   *     attempt should be put on record
   */
  public synchronized void ready(Deadline deadline) {
    Berth own = berth;
    begin(own);
    Optional<Optional<BrowserFailure>> came = awaitUntil(own.start.orElseThrow(), deadline);
    if (came.isPresent()) {
      own.start = Optional.empty();
      came.get()
          .ifPresent(
              failure -> {
                throw failure;
              });
    }
  }

  private void begin(Berth own) {
    if (own.start.isEmpty()) {
      CompletableFuture<Optional<BrowserFailure>> start = new CompletableFuture<>();
      own.start = Optional.of(start);
      own.thread.execute(() -> start(own, start));
    }
  }

  /** Lends the browser to this work until it returns or the deadline passes. */
  public synchronized Stop lend(Function<Engine, Stop> work, Deadline deadline) {
    Berth own = berth;
    CompletableFuture<Stop> end = new CompletableFuture<>();
    own.thread.execute(() -> run(own, work, end));
    Optional<Stop> stop = awaitUntil(end, deadline);
    if (stop.isEmpty()) {
      own.runner.ifPresent(Thread::interrupt);
      stop = await(end, PATIENCE);
    }
    if (stop.isEmpty()) {
      own.engine.ifPresent(Engine::kill);
      stop = await(end, PATIENCE);
    }
    Stop came = stop.filter(s -> s.at() != Stop.At.DEADLINE).orElseGet(() -> late(deadline));
    if (came.at() != Stop.At.END && came.at() != Stop.At.NOT_REACHED) {
      discard(own, stop.isPresent());
    }
    return came;
  }

  private static Stop late(Deadline deadline) {
    return new Stop(
        deadline.wasCut() ? Stop.At.CUT : Stop.At.DEADLINE,
        "the browser did not come back in time");
  }

  private void run(Berth own, Function<Engine, Stop> work, CompletableFuture<Stop> end) {
    try {
      Engine engine = own.engine.isPresent() ? own.engine.get() : make(own);
      end.complete(work.apply(engine));
    } catch (BrowserFailure failure) {
      end.complete(failed(failure));
    } catch (Throwable defect) { // handed to the waiting capture, which records it
      end.completeExceptionally(defect);
    }
  }

  private Engine make(Berth own) {
    Engine made = maker.get();
    own.engine = Optional.of(made);
    if (own.givenUp) {
      made.kill(); // it was made too late: nobody else would ever end it
    }
    return made;
  }

  private void start(Berth own, CompletableFuture<Optional<BrowserFailure>> start) {
    try {
      if (own.engine.isEmpty()) {
        make(own);
      }
      start.complete(Optional.empty());
    } catch (BrowserFailure failure) {
      start.complete(Optional.of(failure));
    } catch (Throwable defect) { // handed to whoever waits for the browser
      start.completeExceptionally(defect);
    }
  }

  /** Looks up every so often, because a deadline can be cut. */
  private static <T> Optional<T> awaitUntil(CompletableFuture<T> end, Deadline deadline) {
    Optional<T> came = Optional.empty();
    while (came.isEmpty() && !deadline.passed()) {
      came = await(end, deadline.atMost(GLIMPSE));
    }
    return came;
  }

  /** Waits; an interrupt ends the wait and is not lost, and the next wait is a wait again. */
  private static <T> Optional<T> await(CompletableFuture<T> end, Duration limit) {
    boolean interrupted = Thread.interrupted();
    try {
      return Optional.of(end.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      return Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException defect) {
        throw defect;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      interrupted = true;
      return Optional.empty();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Stop failed(BrowserFailure failure) {
    return new Stop(
        switch (failure.kind()) {
          case TIMEOUT -> Stop.At.DEADLINE;
          case CRASHED -> Stop.At.CRASHED;
          case GONE, REFUSED -> Stop.At.BROWSER_GONE;
        },
        String.valueOf(failure.getMessage()));
  }

  /** Throws the browser away; a thread that is still busy with it is given up as well. */
  private void discard(Berth own, boolean idle) {
    own.givenUp = !idle;
    own.engine.ifPresent(Engine::kill);
    own.engine = Optional.empty();
    if (!idle) {
      own.thread.shutdownNow();
      berth = new Berth();
    }
  }

  /** Closes the browser, and kills it if that takes longer than two seconds; only once. */
  @Override
  public synchronized void close() {
    Berth own = berth;
    if (own.thread.isShutdown()) {
      return;
    }
    CompletableFuture<Stop> end = new CompletableFuture<>();
    own.thread.execute(
        () -> {
          own.engine.ifPresent(Engine::close);
          end.complete(Stop.END);
        });
    if (await(end, PATIENCE).isEmpty()) {
      own.givenUp = true;
      own.engine.ifPresent(Engine::kill);
    }
    own.thread.shutdownNow();
  }
}
