package dev.affiant.bench;

import dev.affiant.capture.BrowserThread;
import dev.affiant.capture.Capture;
import dev.affiant.capture.Ended;
import dev.affiant.capture.Pause;
import dev.affiant.capture.Plan;
import dev.affiant.casefile.Case;
import dev.affiant.casefile.CaseFacts;
import dev.affiant.casefile.Occasion;
import dev.affiant.casefile.Order;
import dev.affiant.casefile.TargetUrl;
import dev.affiant.casefile.ViewingConditions;
import dev.affiant.custody.Cases;
import dev.affiant.evidence.Deadline;
import dev.affiant.evidence.End;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import dev.affiant.policy.History;
import dev.affiant.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Whole captures in this process, with a browser that stays: everything kept, everything sealed.
 */
final class Capturing implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final Run run;
  private final Store store;
  private final Case file;
  private final BrowserThread browser;

  Capturing(Run run) {
    Gear.Rooms rooms = run.gear().rooms();
    this.run = run;
    this.browser = new BrowserThread(run.gear().engines().need());
    this.store = Store.openOrCreate(run.place("floor"), Optional.empty(), rooms.means());
    this.file =
        new Cases(store, rooms.ids(), rooms.clock())
            .oneOff(CaseFacts.of("research", "6(1)(f)", "bench"));
  }

  /**
   * One capture.
   *
   * @param millis from order to receipt
   * @param parts where they went
   */
  record Took(double millis, Map<String, Double> parts) {}

  /**
   * Captures a page.
   *
   * @throws NoFigure if it does not end COMPLETE
   */
  Took visit(String url) {
    Gear.Rooms rooms = run.gear().rooms();
    Capture.Tools tools =
        new Capture.Tools(
            rooms.policy(),
            rooms.guides(),
            rooms.extractor(),
            History::bare,
            Pause.by(rooms.clock(), words -> {}),
            store,
            rooms.egress(),
            browser,
            rooms.witness(),
            rooms.ids(),
            rooms.clock());
    Order order = order(url);
    long begin = System.nanoTime();
    Ended ended = new Capture(tools).run(order, Deadline.in(DEADLINE));
    double millis = (System.nanoTime() - begin) / 1e6;
    if (ended.outcome().end() != End.COMPLETE) {
      throw new NoFigure(url + " ended " + ended.outcome().end());
    }
    return new Took(millis, WhereItWent.of(ended, actions(ended), millis));
  }

  private byte[] actions(Ended ended) {
    return ended.manifest().orElseThrow().artifacts().stream()
        .filter(a -> a.role() == Role.ACTIONS)
        .findFirst()
        .map(a -> bytes(a.digest().sha256()))
        .orElseThrow();
  }

  private byte[] bytes(Sha256 object) {
    try {
      return store.bytes(object).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Order order(String url) {
    return new Order(
        run.gear().rooms().ids().capture(),
        url,
        TargetUrl.parse(url),
        file,
        new Occasion.Asked(Optional.empty()),
        Optional.empty(),
        "playwright",
        ViewingConditions.DEFAULT,
        Plan.DEFAULT,
        DEADLINE,
        run.lab().lab());
  }

  @Override
  public void close() {
    browser.close();
  }
}
