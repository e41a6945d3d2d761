package dev.affiant.bench;

import java.util.List;
import java.util.Optional;

/**
 * Both browsers warm, a fresh context a page: everything kept and sealed, against goto, full-page
 * PNG and content().
 */
final class FloorSeries implements Series {
  private static final String NAME = "floor";

  @Override
  public List<String> names() {
    return List.of(NAME);
  }

  @Override
  public void run(Run run) {
    Pages pages = run.pages();
    try (Bare.Warm bare = Bare.of(run).warm();
        Capturing ours = new Capturing(run)) {
      run.step("floor: warming up");
      for (String page : pages.names()) {
        bare.visit(pages.url(page));
        ours.visit(pages.url(page));
      }
      for (String page : pages.names()) {
        run.step("floor: " + page);
        Turns turns = new Turns();
        for (int i = 0; i < run.rounds(); i++) {
          double floor = bare.visit(pages.url(page));
          Capturing.Took took = ours.visit(pages.url(page));
          turns.add(took.millis(), floor);
          turns.add(took.parts());
        }
        run.figure(turns.cost(NAME, page, "ms", Optional.of(Aim.atMost(1.1))));
      }
    }
  }
}
