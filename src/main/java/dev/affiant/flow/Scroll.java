package dev.affiant.flow;

import dev.affiant.engine.Glance;
import dev.affiant.engine.Session;
import dev.affiant.evidence.Deadline;
import java.time.Duration;

/** Scrolls a page through, viewport by viewport, so that what loads late is loaded; bounded. */
final class Scroll {
  /** A page longer than this is cut, and the record says so. */
  private static final int TALLEST = 100_000;

  /** So many times longer than at first, and it counts as endless. */
  private static final int GROWTH = 5;

  private static final int LEAST_CAP = 20_000;
  private static final Duration AT_EACH_STOP = Duration.ofMillis(1500);

  private final Session session;
  private final Walk walk;
  private final int viewport;

  Scroll(Session session, Walk walk, int viewport) {
    this.session = session;
    this.walk = walk;
    this.viewport = viewport;
  }

  /** Goes to the bottom and back to the top. */
  void through(Deadline deadline) {
    Glance first = session.glance();
    int cap = Math.min(TALLEST, Math.max(LEAST_CAP, first.pageHeight() * GROWTH));
    int height = first.pageHeight();
    int steps = 0;
    int at = 0;
    String stopped = "";
    while (at + viewport < height && stopped.isEmpty()) {
      int reached = session.scrollTo(at + viewport);
      steps++;
      height = rest(deadline);
      stopped = bound(reached + viewport, height, cap, deadline);
      if (reached <= at) {
        break; // The page does not scroll any further, whatever its height says.
      }
      at = reached;
    }
    if (steps > 0) {
      session.scrollTo(0);
    }
    walk.scrolled(new Walk.Scrolling(steps, first.pageHeight(), height, stopped));
  }

  private static String bound(int bottom, int height, int cap, Deadline deadline) {
    if (bottom >= cap && bottom < height) {
      return "scrolled to " + bottom + " px, and the page goes on to " + height + " px";
    }
    return deadline.passed() && bottom < height
        ? "no time to scroll beyond " + bottom + " px of " + height + " px"
        : "";
  }

  /** Waits a little for what came into view; what takes longer is waited for at the end. */
  private int rest(Deadline deadline) {
    Deadline here = Deadline.in(deadline.atMost(AT_EACH_STOP));
    Glance glance;
    do {
      session.beat();
      glance = session.glance();
    } while (!here.passed() && (session.inFlight() > 0 || glance.pendingImages() > 0));
    walk.glanced(glance);
    return glance.pageHeight();
  }
}
