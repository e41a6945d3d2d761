package dev.affiant.policy;

import dev.affiant.casefile.Order;
import dev.affiant.evidence.Access;
import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Outcome;
import java.util.List;

/**
 * What a capture brought home, put to the policy before any of it is kept.
 *
 * @param decisions what was decided on the way, the first first
 */
public record Harvest(
    Order order,
    Outcome outcome,
    Access access,
    List<Artifact> artifacts,
    List<Decision> decisions) {
  public Harvest {
    artifacts = List.copyOf(artifacts);
    decisions = List.copyOf(decisions);
  }
}
