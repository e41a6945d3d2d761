package dev.affiant.flow;

import dev.affiant.engine.Glance;
import dev.affiant.engine.Session;
import dev.affiant.evidence.Deadline;
import java.util.Optional;

/**
 * When a page is ready: its document is complete, nothing that can end is in flight, fonts and the
 * images near the viewport are decoded, and neither DOM nor layout changed between several looks.
 *
 * <p>Streams and sockets are not waited for. A page that polls is ready between two polls.
 */
public final class Readiness {
  /** So many looks in a row must find the page unchanged. */
  private static final int LOOKS = 4;

  /** While a request is in flight, the page is looked at once in so many beats. */
  private static final int GLIMPSE = 50;

  private final Session session;
  private final Walk walk;

  /**
   * Whether and why a page counted as ready.
   *
   * @param why what it was still doing, if it was not
   */
  public record Settled(boolean ready, String why) {}

  Readiness(Session session, Walk walk) {
    this.session = session;
    this.walk = walk;
  }

  /** Waits until the page is ready or the deadline has passed, and says which. */
  Settled await(Deadline deadline) {
    Optional<Glance> before = Optional.empty();
    int same = 0;
    String why = "no time was left to look";
    int busy = 0;
    while (!deadline.passed()) {
      session.beat();
      int inFlight = session.inFlight();
      if (inFlight > 0) {
        why = inFlight + " requests in flight";
        same = 0;
        if (++busy % GLIMPSE == 0) {
          walk.glanced(session.glance()); // a request may never end; what shows meanwhile counts
        }
        continue;
      }
      Glance now = session.glance();
      walk.glanced(now);
      why = restless(before, now);
      same = why.isEmpty() ? same + 1 : 0;
      if (same >= LOOKS) {
        return new Settled(true, "");
      }
      before = Optional.of(now);
    }
    return new Settled(false, why.isEmpty() ? "it had just come to rest" : why);
  }

  /** Whether nothing has changed since the last look, and nothing is in flight. */
  boolean stillRests() {
    session.beat();
    Optional<Glance> before = walk.glance();
    if (before.isEmpty() || session.inFlight() > 0) {
      return false;
    }
    return restless(before, session.glance()).isEmpty();
  }

  private static String restless(Optional<Glance> before, Glance now) {
    if (!now.readyState().equals("complete")) {
      return "the document is " + now.readyState();
    }
    if (now.fontsLoading()) {
      return "fonts are loading";
    }
    if (now.pendingImages() > 0) {
      return now.pendingImages() + " images near the viewport are not decoded";
    }
    if (before.isEmpty()) {
      return "it was looked at once";
    }
    Glance then = before.get();
    if (now.mutations() != then.mutations()) {
      return "the DOM keeps changing";
    }
    return now.pageHeight() == then.pageHeight() ? "" : "the layout keeps changing";
  }
}
