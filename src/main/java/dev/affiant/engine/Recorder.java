package dev.affiant.engine;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Staging;
import dev.affiant.network.Body;
import dev.affiant.network.Ending;
import dev.affiant.network.Exchange;
import dev.affiant.policy.Decision;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Everything observed of one capture, as it is observed. Any thread may add; once stopped, nothing
 * can be added, whatever a hung thread still does.
 */
public final class Recorder {
  /** More of one kind than this is counted, not kept. */
  private static final int MOST = 100_000;

  /**
   * Decisions stand in the manifest, and a page can ask without end; the last one always stands.
   */
  private static final int MOST_DECISIONS = 1_000;

  private final Staging staging;
  private final Clock clock;
  private final List<Artifact> artifacts = new ArrayList<>();
  private final Map<Integer, Exchange> exchanges = new TreeMap<>();
  private final Map<Integer, Open> open = new TreeMap<>();
  private final List<Action> actions = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<Reason> shortfalls = new ArrayList<>();
  private final Map<String, Instant> moments = new TreeMap<>();
  private final Map<Role, Integer> ordinals = new EnumMap<>(Role.class);
  private Optional<Recording> stopped = Optional.empty();
  private int dropped;

  /** A body on its way in. */
  private record Open(Staging.Sink sink, LongSupplier encoded) {}

  public Recorder(Staging staging, Clock clock) {
    this.staging = staging;
    this.clock = clock;
  }

  public Staging staging() {
    return staging;
  }

  public Instant now() {
    return clock.instant();
  }

  /** The next free number for an artifact of this role, from 1. */
  public synchronized int ordinal(Role role) {
    return ordinals.merge(role, 1, Integer::sum);
  }

  /** Adds an artifact whose bytes are in the staging. */
  public synchronized void kept(Artifact artifact) {
    if (stopped.isEmpty()) {
      artifacts.add(artifact);
    }
  }

  /** Adds an exchange, or replaces what was known of it. */
  public synchronized void crossed(Exchange exchange) {
    if (stopped.isPresent()) {
      return;
    }
    if (exchanges.containsKey(exchange.seq()) || exchanges.size() < MOST) {
      exchanges.put(exchange.seq(), exchange);
      if (exchange.body().isPresent()) {
        open.remove(exchange.seq());
      }
    } else {
      dropped++;
    }
  }

  /** Says that an exchange's body is on its way into this sink. */
  public synchronized void receiving(int seq, Staging.Sink sink, LongSupplier encodedBytes) {
    if (stopped.isEmpty()) {
      open.put(seq, new Open(sink, encodedBytes));
    }
  }

  public synchronized void did(Action action) {
    keep(actions, action);
  }

  public synchronized void noticed(Notice notice) {
    keep(notices, notice);
  }

  public synchronized void decided(Decision decision) {
    if (stopped.isEmpty() && decisions.size() >= MOST_DECISIONS) {
      decisions.remove(decisions.size() - 1);
      dropped++;
    }
    keep(decisions, decision);
  }

  /** Says that something was to be taken and could not be, or not whole. */
  public synchronized void fellShort(Reason shortfall) {
    keep(shortfalls, shortfall);
  }

  private <T> void keep(List<T> list, T observed) {
    if (stopped.isPresent()) {
      return;
    }
    if (list.size() < MOST) {
      list.add(observed);
    } else {
      dropped++;
    }
  }

  /**
   * Notes when something happened, by name: {@code navigated}, {@code settled}. The first counts.
   */
  public synchronized void moment(String name) {
    if (stopped.isEmpty()) {
      moments.putIfAbsent(name, clock.instant());
    }
  }

  /** How many exchanges are under way that are not long-lived streams. */
  public synchronized int inFlight() {
    return (int)
        exchanges.values().stream().filter(e -> e.ending() == Ending.OPEN && !e.unending()).count();
  }

  /** The exchanges as known at this moment. */
  public synchronized List<Exchange> exchanges() {
    return List.copyOf(exchanges.values());
  }

  /** The notices so far. */
  public synchronized List<Notice> notices() {
    return List.copyOf(notices);
  }

  /** Draws the line. The staging is shut first, so that no sink can change what is recorded. */
  public Recording stop() {
    staging.shut();
    synchronized (this) {
      if (stopped.isEmpty()) {
        open.forEach(this::cutOff);
        stopped =
            Optional.of(
                new Recording(
                    artifacts,
                    List.copyOf(exchanges.values()),
                    actions,
                    notices,
                    decisions,
                    moments,
                    shortfalls,
                    dropped));
      }
      return stopped.get();
    }
  }

  private void cutOff(int seq, Open body) {
    Exchange e = exchanges.get(seq);
    if (e == null || e.body().isPresent()) {
      return;
    }
    Body came = new Body(body.sink().end(Extent.TIME), Extent.TIME, body.encoded().getAsLong());
    exchanges.put(seq, e.with(came));
  }
}
