package dev.affiant.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One command a page, from process start to exit, against a bare script that does one page. */
final class ColdSeries implements Series {
  private static final String WALL = "cold";
  private static final String CPU = "cold-cpu";

  @Override
  public List<String> names() {
    return List.of(WALL, CPU);
  }

  @Override
  public void run(Run run) {
    Bare bare = Bare.of(run);
    Affiant affiant = run.affiant();
    Path store = run.place("cold");
    Pages pages = run.pages();
    run.step("cold: warming up");
    affiant.capture(store, pages.url("light"));
    bare.visit(List.of(pages.url("light")));
    for (String page : pages.names()) {
      run.step("cold: " + page);
      String url = pages.url(page);
      Turns wall = new Turns();
      Turns cpu = new Turns();
      for (int i = 0; i < run.rounds(); i++) {
        Spent other = bare.visit(List.of(url));
        Spent our = affiant.capture(store, url);
        wall.add(our.wall(), other.wall());
        if (our.cpu().isPresent() && other.cpu().isPresent()) {
          cpu.add(our.cpu().getAsDouble(), other.cpu().getAsDouble());
        }
      }
      run.figure(wall.cost(WALL, page, "ms", Optional.of(Aim.atMost(1.3, 1.6))));
      if (cpu.any()) {
        run.figure(cpu.cost(CPU, page, "ms CPU", Optional.of(Aim.atMost(1.3))));
      }
    }
  }
}
