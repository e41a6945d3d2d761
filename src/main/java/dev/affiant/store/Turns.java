package dev.affiant.store;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Times;
import dev.affiant.policy.HostRecord;
import dev.affiant.policy.Pace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whose turn it is at one host: when its pages were asked for within a day, and since when and how
 * long it is left alone. Kept across processes. One capture at a time has a turn, and it has an
 * operating-system lock as long as it has, so that no two pages are asked for closer together than
 * the pace allows. Losing it loses no evidence.
 *
 * <pre>{"pages":["2026-11-25T09:00:00.000Z"],"strikes":[],"backOffUntil":null,
 * "coolOffUntil":null,"circuitUntil":null}</pre>
 */
public final class Turns {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration COOL_OFF = Duration.ofHours(6);
  private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(1);
  private static final int MOST_STRIKES = 2;

  private final Faults faults;
  private final Path state;
  private final Path hosts;
  private final String name;

  /**
   * The turn itself: nobody else has one at this host until it is closed, or its process is dead.
   * Used by one thread.
   */
  public final class Turn implements AutoCloseable {
    private final Disk.Held held;
    private final Instant at;
    private final List<Instant> before;
    private boolean over;

    private Turn(Disk.Held held, Instant at, List<Instant> before) {
      this.held = held;
      this.at = at;
      this.before = List.copyOf(before);
    }

    /** When the page may be asked for. */
    public Instant at() {
      return at;
    }

    /** When pages were asked for before. */
    public List<Instant> before() {
      return before;
    }

    /** Says when the page had been asked for, at the latest, and ends the turn. */
    public void asked(Instant when) {
      if (over) {
        return;
      }
      Instant counts = when.isBefore(at) ? at : when.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
      changed(
          (file, after) -> {
            List<Instant> pages = new ArrayList<>(file.pages());
            pages.remove(at);
            pages.add(counts);
            after.add(new File(pages, file.strikes(), file.host()));
            return true;
          });
      close();
    }

    @Override
    public void close() {
      if (!over) {
        over = true;
        held.close();
      }
    }
  }

  /** What is on file. */
  private record File(List<Instant> pages, List<Instant> strikes, HostRecord host) {}

  /** A change of what is on file, and what comes of it. */
  private interface Change<T> {
    T of(File before, List<File> after);
  }

  Turns(Faults faults, Path state, String host) {
    this.faults = faults;
    this.state = state;
    this.hosts = state.resolve("hosts");
    this.name = Sha256.of(host.getBytes(StandardCharsets.UTF_8)).hex();
  }

  /** What is known of the host at this moment. */
  public HostRecord record(Instant now) {
    File file = faults.guard(this::read);
    return host(file, since(file.pages(), now));
  }

  /**
   * Takes the next turn, unless somebody has one. The page counts as asked for when its turn comes,
   * until it is known better.
   */
  public Optional<Turn> take(Pace pace, Instant now) {
    Optional<Disk.Held> held =
        faults.guard(
            () -> {
              makeDirectories();
              return faults.disk().tryLock(hosts.resolve(name + ".turn"));
            });
    return held.map(lock -> taken(lock, pace, now));
  }

  private Turn taken(Disk.Held lock, Pace pace, Instant now) {
    try {
      return changed(
          (file, after) -> {
            List<Instant> pages = since(file.pages(), now);
            Instant at = pace.next(pages, now.truncatedTo(ChronoUnit.MILLIS));
            List<Instant> all = new ArrayList<>(pages);
            all.add(at);
            after.add(new File(all, since(file.strikes(), now), file.host()));
            return new Turn(lock, at, pages);
          });
    } catch (RuntimeException unwritable) {
      lock.close();
      throw unwritable;
    }
  }

  /**
   * The host turned us away: it is left alone for as long as it says, or for a minute, two, four …;
   * after two times in a day for a day.
   *
   * @param wish how long it asks to be left alone, if it says; a day at most counts
   * @param challenged whether it took us for a machine
   */
  public void turnedAway(Instant now, Optional<Duration> wish, boolean challenged) {
    changed(
        (before, after) -> {
          List<Instant> strikes = new ArrayList<>(since(before.strikes(), now));
          strikes.add(now);
          Duration usual = FIRST_BACK_OFF.multipliedBy(1L << Math.min(10, strikes.size() - 1));
          Duration asked = wish.filter(w -> !w.isNegative()).orElse(usual);
          Instant until = now.plus(asked.compareTo(DAY) > 0 ? DAY : asked);
          boolean open = strikes.size() >= MOST_STRIKES;
          HostRecord host =
              new HostRecord(
                  List.of(),
                  later(before.host().backOffUntil(), until),
                  challenged
                      ? later(before.host().coolOffUntil(), now.plus(COOL_OFF))
                      : before.host().coolOffUntil(),
                  open
                      ? later(before.host().circuitUntil(), now.plus(DAY))
                      : before.host().circuitUntil());
          after.add(new File(since(before.pages(), now), strikes, host));
          return true;
        });
  }

  private static Optional<Instant> later(Optional<Instant> known, Instant until) {
    return Optional.of(known.filter(k -> k.isAfter(until)).orElse(until));
  }

  private static HostRecord host(File file, List<Instant> pages) {
    HostRecord h = file.host();
    return new HostRecord(pages, h.backOffUntil(), h.coolOffUntil(), h.circuitUntil());
  }

  private static List<Instant> since(List<Instant> all, Instant now) {
    return all.stream().filter(t -> t.isAfter(now.minus(DAY))).sorted().toList();
  }

  private <T> T changed(Change<T> change) {
    return faults.guard(
        () -> {
          makeDirectories();
          Disk.Held held = faults.disk().lock(hosts.resolve(name + ".lock"));
          try {
            List<File> after = new ArrayList<>();
            T answer = change.of(read(), after);
            write(after.get(0));
            return answer;
          } finally {
            held.close();
          }
        });
  }

  private void makeDirectories() throws IOException {
    faults.disk().makeDirectory(state);
    faults.disk().makeDirectory(hosts);
  }

  private File read() throws IOException {
    Optional<byte[]> bytes = faults.disk().read(hosts.resolve(name + ".json"));
    if (bytes.isEmpty()) {
      return new File(List.of(), List.of(), HostRecord.NONE);
    }
    JsonNode d = Json.parse(bytes.get());
    return new File(
        times(d.path("pages")),
        times(d.path("strikes")),
        new HostRecord(
            List.of(),
            time(d.path("backOffUntil")),
            time(d.path("coolOffUntil")),
            time(d.path("circuitUntil"))));
  }

  private void write(File file) throws IOException {
    ObjectNode d = Json.object();
    put(d.putArray("pages"), file.pages());
    put(d.putArray("strikes"), file.strikes());
    d.put("backOffUntil", file.host().backOffUntil().map(Times::text).orElse(null));
    d.put("coolOffUntil", file.host().coolOffUntil().map(Times::text).orElse(null));
    d.put("circuitUntil", file.host().circuitUntil().map(Times::text).orElse(null));
    faults
        .disk()
        .replace(
            hosts.resolve(name + ".json"),
            hosts.resolve(name + ".draft"),
            Json.bytes(d),
            Disk.Mode.ORDINARY);
  }

  private static void put(ArrayNode list, List<Instant> times) {
    times.forEach(t -> list.add(Times.text(t)));
  }

  private static List<Instant> times(JsonNode list) {
    List<Instant> times = new ArrayList<>();
    list.forEach(t -> times.add(Instant.parse(t.asString())));
    return times;
  }

  private static Optional<Instant> time(JsonNode node) {
    return node.isString() ? Optional.of(Instant.parse(node.asString())) : Optional.empty();
  }
}
