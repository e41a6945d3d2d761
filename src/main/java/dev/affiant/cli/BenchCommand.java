package dev.affiant.cli;

import dev.affiant.bench.Bench;
import dev.affiant.bench.Figure;
import dev.affiant.bench.Gear;
import dev.affiant.bench.Listener;
import dev.affiant.bench.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench}: how much longer evidence takes than a bare script. */
@Command(
    name = "bench",
    description = {
      "Measures how much longer evidence takes than a bare script, on pages of its own.",
      "Each figure is a ratio: the same work our way and bare, by turns. docs/bench.md says what",
      "each means. Figures: start, append, floor, cold, cold-cpu, twenty, twenty-cpu, workers,",
      "verify, verify-command, reindex."
    },
    sortOptions = false)
final class BenchCommand implements Callable<Integer> {
  private static final int MOST_ROUNDS = 1000;
  private static final int QUICK_ROUNDS = 1;

  private static final int ROUNDS = 7;

  private final House house;
  private final Streams streams;

  @Option(
      names = "--only",
      paramLabel = "NAMES",
      split = ",",
      description = "These figures alone. Repeatable.")
  List<String> only = new ArrayList<>();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How many turns each side has (default: 7; with --quick 1).")
  Optional<Integer> rounds = Optional.empty();

  @Option(
      names = "--quick",
      description = "One page, three instead of twenty, two workers, one turn.")
  boolean quick;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = "An empty directory for its stores (default: one that is removed afterwards).")
  Path store = Path.of("");

  @Option(
      names = "--browser",
      paramLabel = "FILE",
      description = "The browser's executable (default: the one that is found).")
  Path browser = Path.of("");

  @Option(names = "--json", description = "One JSON object a line on standard output.")
  boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress.")
  boolean quiet;

  BenchCommand(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    int turns = turns();
    Progress progress = new Progress(streams, quiet);
    Optional<Path> named = browser.toString().isEmpty() ? Optional.empty() : Optional.of(browser);
    Gear gear = house.gear(named, progress::step);
    BenchTable table = new BenchTable(new Voice(streams), json);
    table.machine(Bench.machine(gear));
    if (store.toString().isEmpty()) {
      try (Temporary place = Temporary.make("affiant-bench-")) {
        measure(gear, turns, place.path(), progress, table);
      }
    } else {
      measure(gear, turns, empty(store), progress, table);
    }
    return table.missed() ? Exit.CHECK_SAID_NO : Exit.OK;
  }

  private void measure(Gear gear, int turns, Path place, Progress progress, BenchTable table) {
    try {
      Bench.run(gear, new Wanted(only, turns, quick, place), listener(progress, table));
    } catch (IllegalArgumentException e) {
      throw new UsageFault(String.valueOf(e.getMessage()), String.join(", ", Bench.names()));
    } finally {
      progress.clear();
    }
  }

  private int turns() {
    int turns = rounds.orElse(quick ? QUICK_ROUNDS : ROUNDS);
    if (turns < 1 || turns > MOST_ROUNDS) {
      throw new UsageFault("--rounds is between 1 and " + MOST_ROUNDS + ", not " + turns, "");
    }
    return turns;
  }

  private static Listener listener(Progress progress, BenchTable table) {
    return new Listener() {
      @Override
      public void step(String words) {
        progress.step(words);
      }

      @Override
      public void figure(Figure figure) {
        progress.clear();
        table.figure(figure);
      }

      @Override
      public void missing(String name, String why) {
        progress.clear();
        table.missing(name, why);
      }
    };
  }

  private static Path empty(Path place) {
    try {
      Files.createDirectories(place);
      try (Stream<Path> all = Files.list(place)) {
        if (all.findAny().isPresent()) {
          throw new UsageFault("the bench wants an empty directory: " + place, "--store DIR");
        }
      }
      return place;
    } catch (IOException e) {
      throw new UsageFault("there can be no stores in " + place + ": " + e.getMessage(), "");
    }
  }
}
