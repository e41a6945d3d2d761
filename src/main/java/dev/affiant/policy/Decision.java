package dev.affiant.policy;

import java.time.Instant;
import java.util.List;

/** What the policy says at one stage, on which grounds. */
public record Decision(Stage stage, Effect effect, List<Ground> grounds, Instant at) {
  public Decision {
    grounds = List.copyOf(grounds);
  }

  public boolean refuses() {
    return effect == Effect.REFUSE;
  }
}
