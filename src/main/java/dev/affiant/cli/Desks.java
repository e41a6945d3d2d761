package dev.affiant.cli;

import dev.affiant.capture.BrowserThread;
import dev.affiant.engine.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The browsers of one command, each with its thread. */
final class Desks implements AutoCloseable {
  private static final int MOST = 16;

  private final List<BrowserThread> all;

  private Desks(List<BrowserThread> all) {
    this.all = List.copyOf(all);
  }

  /** Finds the browser and sets up so many; none is started yet. */
  static Desks open(House house, LookOptions look, int workers, Progress progress) {
    if (workers < 1 || workers > MOST) {
      throw new UsageFault("--workers is between 1 and " + MOST + ", not " + workers, "");
    }
    Optional<Path> browser =
        look.browser.toString().isEmpty() ? Optional.empty() : Optional.of(look.browser);
    Supplier<Engine> engines =
        house.engines(new House.EngineWishes(look.engine, browser, look.labKeys, progress::step));
    List<BrowserThread> desks = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      desks.add(new BrowserThread(engines));
    }
    return new Desks(desks);
  }

  List<BrowserThread> all() {
    return all;
  }

  /** Starts them ahead of the first visit. */
  void warm() {
    all.forEach(BrowserThread::warm);
  }

  @Override
  public void close() {
    all.forEach(BrowserThread::close);
  }
}
