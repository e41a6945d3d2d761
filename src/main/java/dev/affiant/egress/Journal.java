package dev.affiant.egress;

import dev.affiant.network.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Everything that went through a lane, in the order in which it was asked for. Thread-safe. */
final class Journal {
  /** A page can ask without end; what a record can say must have one. */
  private static final int MOST = 20_000;

  private final Clock clock;
  private final List<Crossing> crossings = new ArrayList<>();

  Journal(Clock clock) {
    this.clock = clock;
  }

  /** Whether there is room for another. */
  synchronized boolean full() {
    return crossings.size() >= MOST;
  }

  synchronized Crossing begin(String host, int port, boolean tunnel) {
    Crossing crossing = new Crossing(clock, host, port, tunnel);
    if (crossings.size() <= MOST) {
      crossings.add(crossing);
    }
    return crossing;
  }

  synchronized void end() {
    crossings.forEach(Crossing::end);
  }

  synchronized List<Connection> log() {
    return crossings.stream().map(Crossing::snapshot).toList();
  }
}
