package dev.affiant.policy.rules;

import dev.affiant.casefile.Minimisation;
import dev.affiant.evidence.Role;
import dev.affiant.policy.Condition;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * MNM-1: of a page no more is kept than the case needs. What is kept is never altered; what is not
 * is listed with its hash.
 */
final class MinimisationRule implements Rule {
  /** Pictures, and whatever holds them. */
  private static final Set<Role> MEDIA =
      EnumSet.of(
          Role.SCREENSHOT_VIEWPORT,
          Role.SCREENSHOT_FULL,
          Role.SCREENSHOT_ELEMENT,
          Role.MHTML,
          Role.WARC,
          Role.PDF,
          Role.VIDEO);

  /** What shows more of the page than what it is about. */
  private static final Set<Role> SURROUNDINGS =
      EnumSet.of(Role.SCREENSHOT_FULL, Role.MHTML, Role.PDF);

  /** What tells that there was a page, and nothing of what it said. */
  private static final Set<Role> METADATA =
      EnumSet.of(
          Role.NETWORK,
          Role.ACTIONS,
          Role.ENVIRONMENT,
          Role.DECISION,
          Role.POLICY_PACK,
          Role.PROFILE,
          Role.ROBOTS,
          Role.TERMS);

  @Override
  public String id() {
    return "MNM-1";
  }

  @Override
  public String source() {
    return "GDPR 5(1)(c)";
  }

  @Override
  public Optional<Ground> judge(Stage stage, Inputs in) {
    if (stage != Stage.KEEP) {
      return Optional.empty();
    }
    Minimisation mode = PersonLaws.mode(in);
    boolean redacted = Param.REDACTED_COPIES.on(in) || mode == Minimisation.REDACT_THIRD_PARTIES;
    return Optional.of(
        redacted
            ? Ground.limits(
                id(),
                "copies show no third parties",
                Condition.of(Condition.Kind.REDACT_THIRD_PARTIES))
            : mode == Minimisation.FULL
                ? Ground.permits(id(), "the case keeps all of a page")
                : Ground.limits(id(), "the case keeps " + mode.code()));
  }

  @Override
  public Set<Role> withholds(Inputs in) {
    boolean drop = MinorsRule.under(in, Condition.Kind.DROP_MEDIA);
    Set<Role> withheld = EnumSet.noneOf(Role.class);
    withheld.addAll(
        switch (PersonLaws.mode(in)) {
          case FULL, REDACT_THIRD_PARTIES -> Set.<Role>of();
          case FOCAL_ONLY -> SURROUNDINGS;
          case DROP_MEDIA -> MEDIA;
          case METADATA_ONLY -> EnumSet.complementOf(EnumSet.copyOf(METADATA));
          case HASH_ONLY ->
              EnumSet.complementOf(EnumSet.of(Role.DECISION, Role.POLICY_PACK, Role.TERMS));
        });
    if (drop) {
      withheld.addAll(MEDIA);
    }
    return withheld;
  }
}
