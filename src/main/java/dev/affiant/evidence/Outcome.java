package dev.affiant.evidence;

import java.util.List;

/**
 * How a capture ended, and every reason why. COMPLETE has none; every other end has at least one.
 */
public record Outcome(End end, List<Reason> reasons) {
  public Outcome {
    reasons = List.copyOf(reasons);
    if ((end == End.COMPLETE) != reasons.isEmpty()) {
      throw new IllegalArgumentException(end + " with reasons " + reasons);
    }
  }

  /** Nothing speaks against it. */
  public static Outcome complete() {
    return new Outcome(End.COMPLETE, List.of());
  }

  /** This end, for this one reason. */
  public static Outcome of(End end, String code, String detail) {
    return new Outcome(end, List.of(new Reason(code, detail)));
  }
}
