package dev.affiant.proof;

import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Json;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import dev.affiant.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Times appends to a store's ledger by one process alone and by several at once, lock and fsync
 * included. Ends with 1 if a process beside others commonly waits longer than one append by each of
 * them takes, or ever for a second.
 */
public final class ProofAppends {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Ids IDS = new Ids(CLOCK, new SecureRandom());
  private static final int WARM = 50;
  private static final double LONGEST_MS = 1000;
  private static final double SLACK = 1.25;

  private ProofAppends() {}

  /** Takes a directory for the store, how many processes, and how many appends by each. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of(arguments[0]);
    int processes = Integer.parseInt(arguments[1]);
    int appends = Integer.parseInt(arguments[2]);
    Store store = Store.openOrCreate(root, Optional.empty(), means());
    times(store, WARM);
    if (processes == 0) {
      System.out.println("ready");
      System.in.read(); // the word to begin, when the others are ready, too
      times(store, appends).forEach(System.out::println);
      return;
    }
    List<Double> alone = times(store, appends);
    Crowd crowd = crowd(root, processes, appends);
    System.out.println("an append alone: " + figures(alone));
    System.out.println("beside " + (processes - 1) + " others: " + figures(crowd.times()));
    System.out.printf(Locale.ROOT, "together one every %.1f ms%n", crowd.every());
    boolean fair = at(crowd.times(), 0.5) <= SLACK * processes * crowd.every();
    System.exit(fair && at(crowd.times(), 1) < LONGEST_MS ? 0 : 1);
  }

  private static Store.Means means() {
    return new Store.Means(CLOCK, IDS, Optional.empty());
  }

  private static List<Double> times(Store store, int appends) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < appends; i++) {
      Filing filing =
          Filing.of(
              EntryType.ANNOTATE,
              IDS.capture().value(),
              "affiant-proof/v1",
              IDS.salt(),
              Json.object().put("n", i));
      long began = System.nanoTime();
      store.record(filing);
      times.add((System.nanoTime() - began) / 1e6);
    }
    return times;
  }

  /**
   * What several processes at once took.
   *
   * @param times each append's milliseconds, waiting included
   * @param every milliseconds from one append's end to the next one's, whoever's
   */
  private record Crowd(List<Double> times, double every) {}

  private static Crowd crowd(Path root, int processes, int appends)
      throws IOException, InterruptedException {
    List<Process> children = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      children.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  System.getProperty("proof.source"),
                  root.toString(),
                  "0",
                  Integer.toString(appends))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }
    List<BufferedReader> told = new ArrayList<>();
    for (Process child : children) {
      told.add(child.inputReader(StandardCharsets.UTF_8));
      told.get(told.size() - 1).readLine();
    }
    long began = System.nanoTime();
    for (Process child : children) {
      child.getOutputStream().close();
    }
    List<Double> times = new ArrayList<>();
    for (BufferedReader reader : told) {
      reader.lines().map(Double::valueOf).forEach(times::add);
    }
    double every = (System.nanoTime() - began) / 1e6 / Math.max(1, times.size());
    for (Process child : children) {
      if (child.waitFor() != 0) {
        throw new IllegalStateException("a process failed");
      }
    }
    return new Crowd(times, every);
  }

  private static double at(List<Double> times, double share) {
    List<Double> sorted = times.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
  }

  private static String figures(List<Double> times) {
    return String.format(
        Locale.ROOT,
        "middle %.1f ms, 95 %% within %.1f ms, longest %.1f ms, of %d",
        at(times, 0.5),
        at(times, 0.95),
        at(times, 1),
        times.size());
  }
}
