package dev.affiant.policy;

/**
 * How much traffic one capture may make; the lane ends what exceeds it.
 *
 * @param rule the rule that says so, as in {@code NET-5}
 * @param bodyBytes of one answer; inside a tunnel, where answers cannot be told apart, of the
 *     tunnel
 * @param captureBytes of all connections together, both ways
 * @param connections open at the same time
 */
public record Limits(String rule, long bodyBytes, long captureBytes, int connections) {
  public Limits {
    if (bodyBytes < 1 || captureBytes < 1 || connections < 1) {
      throw new IllegalArgumentException("limits under which nothing could be captured");
    }
  }

  /** The stricter of the two, part by part. */
  public Limits and(Limits other) {
    return new Limits(
        rule.equals(other.rule) ? rule : rule + "," + other.rule,
        Math.min(bodyBytes, other.bodyBytes),
        Math.min(captureBytes, other.captureBytes),
        Math.min(connections, other.connections));
  }
}
