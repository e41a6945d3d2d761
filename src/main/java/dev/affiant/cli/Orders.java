package dev.affiant.cli;

import dev.affiant.capture.Capture;
import dev.affiant.capture.Ended;
import dev.affiant.capture.Plan;
import dev.affiant.casefile.Case;
import dev.affiant.casefile.Lab;
import dev.affiant.casefile.Occasion;
import dev.affiant.casefile.Order;
import dev.affiant.casefile.ViewingConditions;
import dev.affiant.evidence.Deadline;
import dev.affiant.evidence.Sha256;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes orders of one kind and has them run; all that run can be stopped at once. */
final class Orders {
  private final House house;
  private final Terms terms;
  private final Set<Deadline> running = ConcurrentHashMap.newKeySet();

  /** What is the same for every page of a command. */
  record Terms(
      Case file,
      Lab lab,
      ViewingConditions view,
      String engine,
      Duration within,
      Optional<String> profile) {

    Terms(Case file, Lab lab, ViewingConditions view, String engine, Duration within) {
      this(file, lab, view, engine, within, Optional.empty());
    }

    /** Those of a command that lets nobody choose. */
    static Terms usual(Case file, Lab lab, Duration within) {
      return new Terms(file, lab, ViewingConditions.DEFAULT, LookOptions.ENGINE, within);
    }
  }

  Orders(House house, Terms terms) {
    this.house = house;
    this.terms = terms;
  }

  Ended run(Capture capture, String typed) {
    return run(capture, UrlList.Page.of(typed), Optional.empty());
  }

  Ended run(Capture capture, UrlList.Page page, Optional<Sha256> batch) {
    Deadline deadline = Deadline.in(terms.within());
    running.add(deadline);
    try {
      return capture.run(order(page, batch), deadline);
    } finally {
      running.remove(deadline);
    }
  }

  /** The order for a page of this command. */
  Order order(UrlList.Page page, Optional<Sha256> batch) {
    return new Order(
        house.ids().capture(),
        page.typed(),
        page.target(),
        terms.file(),
        new Occasion.Asked(batch),
        terms.profile(),
        terms.engine(),
        terms.view(),
        Plan.DEFAULT,
        terms.within(),
        terms.lab());
  }

  /** Cuts what runs short; it is sealed all the same. */
  void cut() {
    running.forEach(Deadline::cut);
  }
}
