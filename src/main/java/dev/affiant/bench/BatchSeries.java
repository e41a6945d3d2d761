package dev.affiant.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Twenty pages in one command, against the bare script doing the same twenty in one process; then
 * by two and four browsers at once, as captures a minute.
 */
final class BatchSeries implements Series {
  static final String STORE = "batch";
  private static final String TWENTY = "twenty";
  private static final String TWENTY_CPU = "twenty-cpu";
  private static final String WORKERS = "workers";

  @Override
  public List<String> names() {
    return List.of(TWENTY, TWENTY_CPU, WORKERS);
  }

  @Override
  public void run(Run run) {
    List<String> urls = run.pages().urls(run.quick() ? 3 : 20);
    Bare bare = Bare.of(run);
    Path store = run.place(STORE);
    run.step("twenty: warming up");
    run.affiant().captureAll(store, urls.subList(0, 2), 1);
    Turns wall = new Turns();
    Turns cpu = new Turns();
    List<Integer> counts = run.quick() ? List.of(1, 2) : List.of(1, 2, 4);
    List<Turns> workers = new ArrayList<>();
    counts.forEach(count -> workers.add(new Turns()));
    for (int i = 0; i < run.rounds(); i++) {
      run.step("twenty: turn " + (i + 1) + " of " + run.rounds());
      Spent other = bare.visit(urls);
      for (int k = 0; k < counts.size(); k++) {
        Spent our = run.affiant().captureAll(store, urls, counts.get(k));
        workers.get(k).add(aMinute(urls, our), aMinute(urls, other));
        if (counts.get(k) == 1) {
          wall.add(our.wall(), other.wall());
          our.cpu().ifPresent(c -> cpu.add(c, other.cpu().orElse(c)));
        }
      }
    }
    String what = urls.size() + " pages";
    run.figure(wall.cost(TWENTY, what, "ms", Optional.of(Aim.atMost(1.2, 1.35))));
    if (cpu.any()) {
      run.figure(cpu.cost(TWENTY_CPU, what, "ms CPU", Optional.empty()));
    }
    for (int k = 0; k < counts.size(); k++) {
      String of = counts.get(k) + (counts.get(k) == 1 ? " worker" : " workers");
      run.figure(workers.get(k).cost(WORKERS, of, "pages a minute", Optional.empty()));
    }
  }

  private static double aMinute(List<String> urls, Spent spent) {
    return urls.size() * 60_000.0 / spent.wall();
  }
}
