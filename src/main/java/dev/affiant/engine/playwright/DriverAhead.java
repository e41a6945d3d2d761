package dev.affiant.engine.playwright;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A driver that is started before it is known for which browser. It takes half a second to start,
 * and a command that has just begun has other things to do meanwhile. The first engine that starts
 * takes it over; if none does, closing ends it. Any thread may use it.
 */
public final class DriverAhead implements AutoCloseable {
  private final Path cache;
  private Optional<CompletableFuture<DriverProcess>> begun = Optional.empty();
  private Optional<DriverProcess> running = Optional.empty();
  private boolean unwanted;

  /**
   * @param cache where the driver is, or is to be unpacked
   */
  public DriverAhead(Path cache) {
    this.cache = cache;
  }

  /** Begins to start it, on a thread of its own; how that ends is told to whoever takes it. */
  public synchronized void begin() {
    if (begun.isEmpty()) {
      begun = Optional.of(CompletableFuture.supplyAsync(this::start, DriverAhead::onAThread));
    }
  }

  private DriverProcess start() {
    DriverProcess driver = DriverProcess.start(cache);
    synchronized (this) {
      running = Optional.of(driver);
      if (unwanted) {
        driver.close();
      }
    }
    return driver;
  }

  private static void onAThread(Runnable work) {
    Thread thread = new Thread(work, "driver-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  /** The driver that was begun, for the first who asks. */
  synchronized Optional<CompletableFuture<DriverProcess>> take() {
    Optional<CompletableFuture<DriverProcess>> taken = begun;
    begun = Optional.empty();
    return taken;
  }

  /** Ends it if nobody took it, as soon as it runs. */
  @Override
  public synchronized void close() {
    if (take().isPresent()) {
      unwanted = true;
      running.ifPresent(DriverProcess::close);
    }
  }
}
