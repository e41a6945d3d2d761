package dev.affiant.policy.rules;

import dev.affiant.casefile.Order;
import dev.affiant.evidence.Access;
import dev.affiant.evidence.End;
import dev.affiant.evidence.Role;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Harvest;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Sighting;
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
  public Optional<Ground> loaded(Order order, Sighting sighting) {
    String found = sighting.access().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Optional.of(
        WALLS.contains(sighting.access())
            ? Ground.limits(id(), found + ": nothing is tried, and only the wall's record is kept")
            : Ground.permits(id(), "no wall"));
  }

  @Override
  public Optional<Ground> keep(Harvest harvest) {
    return Optional.of(
        hidden(harvest)
            ? Ground.limits(id(), "only the record of the wall or refusal is kept")
            : Ground.permits(id(), "no wall"));
  }

  @Override
  public Set<Role> withholds(Harvest harvest) {
    return hidden(harvest) ? EnumSet.complementOf(EnumSet.copyOf(RECORD)) : Set.of();
  }

  private static boolean hidden(Harvest harvest) {
    End end = harvest.outcome().end();
    return end == End.WALLED || end == End.REFUSED || WALLS.contains(harvest.access());
  }
}
