package dev.affiant.profile;

import java.util.List;
import java.util.Optional;

/**
 * One step of a flow: what is done, whether it has to be, and where the profile says so.
 *
 * @param place where it stands, as a JSON pointer: {@code /steps/3}
 * @param when the sign without which it is passed over
 * @param optional whether the flow goes on without a shortfall if it cannot be done
 */
public record Step(String place, Act act, Optional<Sign> when, boolean optional) {

  /** What is done. The vocabulary is closed: nothing types, removes, or leaves the site. */
  public sealed interface Act {}

  /** Waits until a sign shows, at most so long. */
  public record WaitFor(Sign sign, int timeoutMs) implements Act {}

  /** Looks again at what stands before the page; after navigation and every click it is done. */
  public record CheckGates() implements Act {}

  /** Clicks the first that shows of these elements, at most once. */
  public record Click(List<String> css, String intent, int nth) implements Act {
    public Click {
      css = List.copyOf(css);
    }
  }

  /** Clicks one after another until none is left, at most so many. */
  public record ExpandAll(List<String> css, String intent, int max) implements Act {
    public ExpandAll {
      css = List.copyOf(css);
    }
  }

  /** Scrolls: to the top, through to the bottom, or to an element. */
  public record Scroll(String to, String css) implements Act {}

  /** Scrolls down as long as there come more of these elements, within its bounds. */
  public record ScrollUntil(String grow, int maxRounds, int stopAfterNoGrowth, int maxItems)
      implements Act {}

  /** Takes steps again and again, until a sign shows, at most so often. */
  public record Repeat(int max, Optional<Sign> until, List<Step> steps) implements Act {
    public Repeat {
      steps = List.copyOf(steps);
    }
  }

  /** Takes steps once for each of these elements, at most so many; {@code self} names it. */
  public record ForEach(String css, int max, List<Step> steps) implements Act {
    public ForEach {
      steps = List.copyOf(steps);
    }
  }

  /** Takes the ones if a sign shows, else the others. */
  public record If(Sign sign, List<Step> then, List<Step> otherwise) implements Act {
    public If {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** Presses a key that only moves about or closes. */
  public record Press(String key) implements Act {}

  /** Pauses what plays. */
  public record PauseMedia() implements Act {}

  /** Waits until the page is at rest. */
  public record Settle() implements Act {}

  /** Takes a picture: of the first of these elements that shows, or of the window. */
  public record Snapshot(String name, Optional<String> css) implements Act {}
}
