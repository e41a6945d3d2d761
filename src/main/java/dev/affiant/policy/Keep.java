package dev.affiant.policy;

import dev.affiant.evidence.Role;
import java.util.Map;
import java.util.Optional;

/** The key that lets bytes become objects: what may be kept of a capture, and what is withheld. */
public final class Keep {
  private final Decision decision;
  private final Map<Role, String> withheld;

  Keep(Decision decision, Map<Role, String> withheld) {
    this.decision = decision;
    this.withheld = Map.copyOf(withheld);
  }

  public Decision decision() {
    return decision;
  }

  /** The rule that withholds artifacts of this role, if one does. */
  public Optional<String> withholds(Role role) {
    return Optional.ofNullable(withheld.get(role));
  }
}
