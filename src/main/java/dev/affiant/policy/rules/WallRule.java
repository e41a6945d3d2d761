package dev.affiant.policy.rules;

import dev.affiant.evidence.Access;
import dev.affiant.evidence.End;
import dev.affiant.evidence.Role;
import dev.affiant.policy.Condition;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** PUB-3: a wall is not content. Of a walled or refused page only the wall's record is kept. */
final class WallRule implements Rule {
  private static final Set<Access> WALLS =
      EnumSet.of(
          Access.LOGIN_WALL,
          Access.AGE_GATE,
          Access.CONSENT_WALL,
          Access.PAYWALL,
          Access.BOT_CHECK,
          Access.RATE_LIMITED,
          Access.GEO_BLOCKED,
          Access.FORBIDDEN);

  /** What shows that there was a wall; the last two are ours, not the page's. */
  private static final Set<Role> RECORD =
      EnumSet.of(
          Role.SCREENSHOT_VIEWPORT,
          Role.NETWORK,
          Role.ACTIONS,
          Role.CONSOLE,
          Role.ENVIRONMENT,
          Role.ROBOTS,
          Role.TERMS,
          Role.DECISION,
          Role.POLICY_PACK,
          Role.PROFILE);

  @Override
  public String id() {
    return "PUB-3";
  }

  @Override
  public Optional<Ground> judge(Stage stage, Inputs in) {
    return switch (stage) {
      case LOADED -> Optional.of(loaded(Access.valueOf(in.text("page.access"))));
      case KEEP ->
          Optional.of(
              hidden(in)
                  ? Ground.limits(
                      id(),
                      "only the record of the wall or refusal is kept",
                      Condition.of(Condition.Kind.PARTIAL_ONLY))
                  : Ground.permits(id(), "no wall"));
      case PLAN, ADMIT, HOP, DISCLOSE, ERASE -> Optional.empty();
    };
  }

  private Ground loaded(Access access) {
    String found = access.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return WALLS.contains(access)
        ? Ground.limits(id(), found + ": nothing is tried, and only the wall's record is kept")
        : Ground.permits(id(), "no wall");
  }

  @Override
  public Set<Role> withholds(Inputs in) {
    return hidden(in) ? EnumSet.complementOf(EnumSet.copyOf(RECORD)) : Set.of();
  }

  private static boolean hidden(Inputs in) {
    End end = End.valueOf(in.text("end"));
    return end == End.WALLED
        || end == End.REFUSED
        || WALLS.contains(Access.valueOf(in.text("access")));
  }
}
