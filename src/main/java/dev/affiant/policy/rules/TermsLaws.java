package dev.affiant.policy.rules;

import dev.affiant.casefile.AuthorityType;
import dev.affiant.policy.Authorities;
import dev.affiant.policy.Bend;
import dev.affiant.policy.Condition;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** TOS-2 to TOS-4: hosts whose terms nobody has read, reviews that are over, who may allow it. */
final class TermsLaws {
  /** Whose permission answers a platform's terms. */
  private static final Set<AuthorityType> ANSWERS =
      EnumSet.of(
          AuthorityType.PLATFORM_PERMISSION,
          AuthorityType.RESEARCH_AGREEMENT,
          AuthorityType.RESEARCHER_ACCESS,
          AuthorityType.COURT_ORDER,
          AuthorityType.WARRANT,
          AuthorityType.STATUTORY_POWER,
          AuthorityType.OWNER_CONSENT,
          AuthorityType.SITE_OWNER,
          AuthorityType.COUNSEL_PRESERVATION);

  private TermsLaws() {}

  static List<Rule> all() {
    return List.of(
        Law.at(new Law.Name("TOS-2", "", Bend.SUPERVISOR), Stage.PLAN, TermsLaws::unreviewed),
        Law.at(new Law.Name("TOS-3", "", Bend.SUPERVISOR), Stage.PLAN, TermsLaws::expired),
        Law.at(new Law.Name("TOS-4", "", Bend.NEVER), Stage.PLAN, TermsLaws::fitting));
  }

  private static Optional<Ground> unreviewed(Inputs in) {
    boolean tick = isTick(in);
    LocalDate by = today(in).plusDays(Param.UNREVIEWED_DAYS.of(in));
    if (in.group("terms").isPresent()) {
      return Optional.empty();
    }
    if (tick) {
      return Optional.of(
          Ground.refuses(
              "TOS-2",
              "nobody has read the terms of " + in.text("host") + ", so no watch may go on there",
              "read them and put them on record: affiant policy terms review --help"));
    }
    return Optional.of(
        Ground.limits(
            "TOS-2",
            "nobody has read the terms of " + in.text("host") + "; a single page is permitted",
            new Condition(Condition.Kind.REQUIRE_REVIEW_BY, by.toString()),
            Condition.of(Condition.Kind.NO_MONITOR)));
  }

  private static Optional<Ground> expired(Inputs in) {
    boolean tick = isTick(in);
    LocalDate today = today(in);
    LocalDate by = today.plusDays(Param.EXPIRED_DAYS.of(in));
    Optional<Inputs> row = in.group("terms");
    if (row.isEmpty() || !today.isAfter(day(row.get()))) {
      return Optional.empty();
    }
    String why = "the review of the terms of " + row.get().text("host") + " ended on ";
    if (tick) {
      return Optional.of(
          Ground.refuses(
              "TOS-3",
              why + row.get().text("expiresOn"),
              "read them again: affiant policy terms review --help"));
    }
    return Optional.of(
        Ground.limits(
            "TOS-3",
            why + row.get().text("expiresOn"),
            new Condition(Condition.Kind.REQUIRE_REVIEW_BY, by.toString())));
  }

  /** An authority of a kind that answers another question does not answer the terms. */
  private static Optional<Ground> fitting(Inputs in) {
    Optional<Inputs> row = in.group("terms");
    List<Inputs> covering = Authorities.covering(in);
    boolean needed = row.filter(r -> r.text("position").equals("needs-authority")).isPresent();
    if (!needed || covering.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Authorities.covering(in, ANSWERS)
            .map(a -> Ground.permits("TOS-4", Authorities.words(a) + " answers the terms"))
            .orElseGet(
                () ->
                    Ground.refuses(
                        "TOS-4",
                        Authorities.words(covering.get(0)) + " does not answer a platform's terms",
                        "one of these does: "
                            + ANSWERS.stream().map(AuthorityType::code).toList())));
  }

  static boolean isTick(Inputs in) {
    return in.text("occasion").equals("tick");
  }

  static LocalDate today(Inputs in) {
    return LocalDate.ofInstant(in.time("now"), ZoneOffset.UTC);
  }

  private static LocalDate day(Inputs row) {
    try {
      return LocalDate.parse(row.text("expiresOn"));
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException("expiresOn is no day", e);
    }
  }
}
