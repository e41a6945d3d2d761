package dev.affiant.policy.rules;

import dev.affiant.evidence.Role;
import dev.affiant.policy.Condition;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * MIN-1: no pictures of minors are kept. What may be abuse stops everything (SAF-1): nothing of it
 * is kept or shown, and a person is told where to report it.
 */
final class MinorsRule implements Rule {
  private static final String REPORT =
      "report it: in the United Kingdom report.iwf.org.uk, in the United States"
          + " report.cybertip.org, elsewhere the police or inhope.org";

  @Override
  public String id() {
    return "MIN-1";
  }

  @Override
  public Optional<Ground> judge(Stage stage, Inputs in) {
    if (stage != Stage.LOADED) {
      return Optional.empty();
    }
    List<String> signals = in.texts("page.signals");
    if (signals.stream().anyMatch(s -> s.startsWith("abuse-material"))) {
      return Optional.of(
          Ground.refuses(
              id(), "SAF-1: this may show the abuse of a child; nothing of it is kept", REPORT));
    }
    return signals.stream().anyMatch(s -> s.startsWith("minor"))
        ? Optional.of(
            Ground.limits(
                id(),
                "the page is a minor's; no picture of it is kept",
                Condition.of(Condition.Kind.DROP_MEDIA)))
        : Optional.empty();
  }

  /** Of what may be abuse not even the picture that a wall's record has. */
  @Override
  public Set<Role> withholds(Inputs in) {
    boolean abuse =
        in.names().contains("page.signals")
            && in.texts("page.signals").stream().anyMatch(s -> s.startsWith("abuse-material"));
    return abuse
        ? EnumSet.complementOf(EnumSet.of(Role.DECISION, Role.ENVIRONMENT, Role.POLICY_PACK))
        : Set.of();
  }

  /** Whether what was decided before came with a duty of this kind. */
  static boolean under(Inputs in, Condition.Kind kind) {
    for (tools.jackson.databind.JsonNode one : in.fact("conditions")) {
      if (Condition.read(one).kind() == kind) {
        return true;
      }
    }
    return false;
  }
}
