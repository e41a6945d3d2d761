package dev.affiant.policy;

import dev.affiant.casefile.RuleOverride;
import dev.affiant.casefile.Scope;
import java.time.Instant;
import java.util.Optional;

/** Sets aside what a named person decided shall not stand, as far as a rule bends at all. */
final class Overrides {
  private Overrides() {}

  /** The refusal, or a permission under conditions if an override on record covers the page. */
  static Ground apply(Rule rule, Ground refusal, Inputs in) {
    if (rule.bend() == Bend.NEVER || Policy.NEVER.contains(rule.id())) {
      return refusal;
    }
    try {
      return in.groups("overrides").stream()
          .filter(o -> covers(o, rule, in))
          .findFirst()
          .map(o -> aside(refusal, o))
          .orElse(refusal);
    } catch (IllegalArgumentException unknown) {
      return refusal;
    }
  }

  private static boolean covers(Inputs override, Rule rule, Inputs in) {
    Instant now = in.time("now");
    Scope scope = new Scope(override.texts("hosts"), override.texts("subjects"), "");
    return override.text("rule").equals(rule.id())
        && !RuleOverride.same(override.text("by"), override.text("requestedBy"))
        && !now.isBefore(override.time("from"))
        && now.isBefore(override.time("until"))
        && scope.covers(in.text("host"), in.textIfAny("subject"))
        && (rule.bend() == Bend.SUPERVISOR || rests(override, in));
  }

  /** Whether it rests on an authority that holds and reaches the page. */
  private static boolean rests(Inputs override, Inputs in) {
    Optional<String> id = override.textIfAny("authority");
    return id.isPresent()
        && Authorities.covering(in).stream().anyMatch(a -> a.text("id").equals(id.get()));
  }

  private static Ground aside(Ground refusal, Inputs override) {
    return Ground.limits(
            refusal.rule(),
            refusal.why() + "; set aside until " + override.text("until").substring(0, 10))
        .under(
            new Condition(
                Condition.Kind.ANNOTATE_NOTICE,
                refusal.rule() + " was overridden by a person named in the case"));
  }
}
