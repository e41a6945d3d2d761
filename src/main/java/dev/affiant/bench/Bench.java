package dev.affiant.bench;

import dev.affiant.lab.LabServer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Runs the series that are asked for, one after another, on pages that it serves itself. */
public final class Bench {
  private static final List<Series> ALL =
      List.of(
          new StartSeries(),
          new AppendSeries(),
          new FloorSeries(),
          new ColdSeries(),
          new BatchSeries(),
          new StoreSeries());

  private Bench() {}

  /** The names of all figures, in the order in which they come. */
  public static List<String> names() {
    return ALL.stream().flatMap(series -> series.names().stream()).toList();
  }

  /** The machine as it is now. */
  public static Machine machine(Gear gear) {
    return Machine.of(gear);
  }

  /**
   * Measures.
   *
   * @throws IllegalArgumentException naming a figure that does not exist
   */
  public static void run(Gear gear, Wanted wanted, Listener listener) {
    Set<String> unknown = new TreeSet<>(wanted.only());
    names().forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("there is no figure " + String.join(", ", unknown));
    }
    try (LabServer lab =
        LabServer.start(gear.fixtures(), gear.rooms().clock(), List.of(Pages.HOST))) {
      Run run = new Run(gear, wanted, lab, listener);
      ALL.stream().filter(series -> asked(series, wanted)).forEach(series -> one(series, run));
    }
  }

  private static void one(Series series, Run run) {
    try {
      series.run(run);
    } catch (NoFigure none) {
      String names =
          series.names().stream().filter(run.wanted()::wants).collect(Collectors.joining(", "));
      run.listener().missing(names, String.valueOf(none.getMessage()));
    }
  }

  private static boolean asked(Series series, Wanted wanted) {
    return series.names().stream().anyMatch(wanted::wants);
  }
}
