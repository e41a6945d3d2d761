package dev.affiant.flow;

import dev.affiant.engine.Glance;
import dev.affiant.engine.Signs;
import dev.affiant.evidence.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a flow has found so far, kept where a hung browser thread cannot take it away. The browser
 * thread writes; the capture's own thread reads, at any time.
 */
public final class Walk {
  private Sight sight = Sight.none();
  private Optional<Glance> last = Optional.empty();
  private Signs signs = Signs.NONE;
  private Readiness.Settled settled = new Readiness.Settled(false, "not reached");
  private Scrolling scrolling = new Scrolling(0, 0, 0, "");
  private Guides.Guide guide = Guides.Guide.ANY;
  private boolean marked = true;
  private boolean vouched;
  private final List<Reason> shortfalls = new ArrayList<>();

  /**
   * How far the page was scrolled to make it load what loads late.
   *
   * @param steps viewports
   * @param heightBefore of the page in CSS pixels
   * @param heightAfter of the page in CSS pixels
   * @param cap the bound that was hit, in words, or empty
   */
  public record Scrolling(int steps, int heightBefore, int heightAfter, String cap) {}

  synchronized void saw(Sight found) {
    sight = found;
  }

  synchronized void glanced(Glance glance) {
    last = Optional.of(glance);
  }

  synchronized void signed(Signs found) {
    signs = found;
  }

  synchronized void goesBy(Guides.Guide found) {
    guide = found;
  }

  /** Whether something of what the profile calls content showed at the last look. */
  synchronized void marked(boolean shows) {
    marked = shows;
  }

  synchronized boolean marked() {
    return marked;
  }

  /** Whether something showed that only the content of such a page has: no mere tag's name. */
  synchronized void vouched(boolean shows) {
    vouched = shows;
  }

  synchronized boolean vouched() {
    return vouched;
  }

  /** What the page was performed by. */
  public synchronized Guides.Guide guide() {
    return guide;
  }

  synchronized void settled(Readiness.Settled how) {
    settled = how;
  }

  synchronized void scrolled(Scrolling how) {
    scrolling = how;
    if (!how.cap().isEmpty()) {
      shortfalls.add(new Reason("truncated:page", how.cap()));
    }
  }

  synchronized void fellShort(Reason how) {
    shortfalls.add(how);
  }

  public synchronized Sight sight() {
    return sight;
  }

  /** The last look at the page, if there was one. */
  public synchronized Optional<Glance> glance() {
    return last;
  }

  /** What gates were told by at the last look for it. */
  synchronized Signs signs() {
    return signs;
  }

  public synchronized Readiness.Settled settled() {
    return settled;
  }

  public synchronized Scrolling scrolling() {
    return scrolling;
  }

  public synchronized List<Reason> shortfalls() {
    return List.copyOf(shortfalls);
  }
}
