package dev.affiant.egress;

import dev.affiant.network.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One connection, or one that was denied or failed, as it is being logged. Thread-safe. */
final class Crossing {
  private final Clock clock;
  private final Instant at;
  private final String host;
  private final int port;
  private final boolean tunnel;
  private final AtomicLong up = new AtomicLong();
  private final AtomicLong down = new AtomicLong();
  private volatile long answerFrom;
  private volatile long touchedNanos = System.nanoTime();
  private volatile List<String> resolved = List.of();
  private volatile @Nullable String peer;
  private volatile @Nullable String denied;
  private volatile String why = "";
  private volatile boolean movedOn;
  private volatile @Nullable Instant endedAt;

  Crossing(Clock clock, String host, int port, boolean tunnel) {
    this.clock = clock;
    this.at = clock.instant();
    this.host = host;
    this.port = port;
    this.tunnel = tunnel;
  }

  void dialed(Dialed dialed) {
    resolved = dialed.resolved();
    if (dialed instanceof Dialed.Reached reached) {
      peer = reached.peer();
      movedOn = reached.movedOn();
    } else if (dialed instanceof Dialed.Denied no) {
      deny(no.ground().rule(), no.ground().why());
    } else if (dialed instanceof Dialed.Failed failed) {
      fail(failed.code() + ": " + failed.why());
    }
  }

  synchronized void deny(String rule, String words) {
    if (denied == null) {
      denied = rule;
      why = words;
    }
    end();
  }

  void fail(String words) {
    why = words;
    end();
  }

  synchronized void end() {
    if (endedAt == null) {
      endedAt = clock.instant();
    }
  }

  /** The server has said all; in a tunnel the browser may go on. */
  void answered() {
    if (!tunnel) {
      end();
    }
  }

  void sent(int bytes) {
    up.addAndGet(bytes);
    touchedNanos = System.nanoTime();
  }

  /** Counts bytes received, and says how many the current answer has now. */
  long received(int bytes) {
    touchedNanos = System.nanoTime();
    return down.addAndGet(bytes) - answerFrom;
  }

  /** What is received from now on belongs to another answer. */
  void nextAnswer() {
    answerFrom = down.get();
  }

  boolean silentFor(long nanos) {
    return System.nanoTime() - touchedNanos >= nanos;
  }

  Connection snapshot() {
    return new Connection(
        at,
        host,
        port,
        tunnel,
        resolved,
        Optional.ofNullable(peer),
        Optional.ofNullable(denied),
        why,
        movedOn,
        up.get(),
        down.get(),
        Optional.ofNullable(endedAt));
  }
}
