package dev.affiant.bench;

import dev.affiant.lab.LabServer;
import java.nio.file.Path;

/**
 * One run of the bench, as its series see it.
 *
 * @param lab serves the pages
 */
record Run(Gear gear, Wanted wanted, LabServer lab, Listener listener) {
  int rounds() {
    return wanted.rounds();
  }

  boolean quick() {
    return wanted.quick();
  }

  Path place(String name) {
    return wanted.place().resolve(name);
  }

  Pages pages() {
    return new Pages(lab, quick());
  }

  Affiant affiant() {
    return new Affiant(gear.command(), gear.browser().need(), pages());
  }

  void step(String words) {
    listener.step(words);
  }

  /** A figure is there; one that came along and was not asked for is not told. */
  void figure(Figure figure) {
    if (wanted.wants(figure.name())) {
      listener.figure(figure);
    }
  }
}
