package dev.affiant.policy.rules;

import dev.affiant.casefile.Minimisation;
import dev.affiant.evidence.Access;
import dev.affiant.policy.Bend;
import dev.affiant.policy.Condition;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.util.List;
import java.util.Optional;

/** PER-1, PER-2, SPC-1, SPC-2, RET-1, DSR-1, DSR-5, EXP-1 and EXP-2: persons, and what follows. */
final class PersonLaws {
  private static final List<String> ACTS =
      List.of("export", "handover", "bundle", "report", "subject-access", "ropa");

  private PersonLaws() {}

  static List<Rule> all() {
    return List.of(
        Law.at(
            new Law.Name("PER-1", "GDPR 35(3)(c)", Bend.SUPERVISOR),
            Stage.PLAN,
            PersonLaws::watched),
        Law.at(
            new Law.Name("PER-2", "GDPR 5(1)(c)", Bend.SUPERVISOR), Stage.PLAN, PersonLaws::volume),
        Law.at(new Law.Name("SPC-1", "GDPR 9", Bend.NEVER), Stage.PLAN, PersonLaws::special),
        Law.at(
            new Law.Name("SPC-2", "GDPR 5(1)(c)", Bend.NEVER), Stage.LOADED, PersonLaws::contact),
        Law.at(
            new Law.Name("RET-1", "GDPR 5(1)(e)", Bend.SUPERVISOR), Stage.PLAN, PersonLaws::kept),
        Law.at(new Law.Name("DSR-1", "GDPR 15", Bend.NEVER), Stage.DISCLOSE, PersonLaws::access),
        Law.at(new Law.Name("DSR-5", "", Bend.NEVER), Stage.KEEP, PersonLaws::removed),
        Law.at(new Law.Name("EXP-1", "", Bend.NEVER), Stage.DISCLOSE, PersonLaws::known),
        Law.at(new Law.Name("EXP-2", "", Bend.NEVER), Stage.DISCLOSE, PersonLaws::duties));
  }

  private static Optional<Ground> watched(Inputs in) {
    boolean tick = TermsLaws.isTick(in);
    Optional<String> subject = in.textIfAny("subject");
    boolean ends = in.textIfAny("case.keepUntil").isPresent();
    Inputs refs = PlaceLaws.references(in);
    boolean weighed = PlaceLaws.has(refs, "lia") || PlaceLaws.has(refs, "dpia");
    if (!tick || subject.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        weighed && ends
            ? Ground.permits("PER-1", "the watch on a person was weighed, and it ends")
            : Ground.refuses(
                "PER-1",
                "watching a person needs an assessment and an end, and the case lacks "
                    + (weighed ? "the end" : "the assessment"),
                "affiant case new --basis-ref 'dpia: …' --keep-until DAY …"));
  }

  private static Optional<Ground> volume(Inputs in) {
    long most = Param.MANY_PAGES.of(in);
    int pages = in.texts("host.pages").size();
    boolean fixture = RateLaws.rate(in, Param.DELAY_SECONDS, "delaySeconds") == 0;
    return fixture || pages < most
        ? Optional.empty()
        : Optional.of(
            Ground.refuses(
                "PER-2",
                "more than " + most + " pages of one host in a day are a collection, not captures",
                "a supervisor may allow it: affiant case override --rule PER-2 …"));
  }

  private static Optional<Ground> special(Inputs in) {
    Inputs refs = PlaceLaws.references(in);
    if (!PlaceLaws.has(refs, "special")) {
      return Optional.empty();
    }
    return Optional.of(
        PlaceLaws.has(refs, "art9")
            ? Ground.limits(
                "SPC-1",
                "special categories are expected, under " + refs.text("art9"),
                Condition.of(Condition.Kind.REDACT_THIRD_PARTIES))
            : Ground.refuses(
                "SPC-1",
                "the case expects special categories of data and names no ground of Article 9",
                "affiant case new --basis-ref 'art9: 9(2)(f)' …"));
  }

  private static Optional<Ground> contact(Inputs in) {
    boolean found =
        in.texts("page.signals").stream().anyMatch(s -> s.startsWith("contact-details"));
    return found
        ? Optional.of(
            Ground.limits(
                "SPC-2",
                "there are contact details of people",
                Condition.of(Condition.Kind.REDACT_THIRD_PARTIES)))
        : Optional.empty();
  }

  private static Optional<Ground> kept(Inputs in) {
    boolean monitoring = in.text("case.purpose").equals("brand-monitoring");
    String retention = in.text("case.retention");
    long most = Param.MONITORING_DAYS.of(in);
    if (!monitoring) {
      return Optional.empty();
    }
    boolean days = retention.matches("P[0-9]{1,5}D");
    long asked = days ? Long.parseLong(retention.substring(1, retention.length() - 1)) : -1;
    return Optional.of(
        days && asked <= most
            ? Ground.limits(
                "RET-1",
                "what monitoring finds is kept for " + asked + " days",
                Condition.of(Condition.Kind.RETENTION_MAX, asked))
            : Ground.refuses(
                "RET-1",
                "what monitoring finds is kept for at most " + most + " days, not " + retention,
                "affiant case new --retention P" + most + "D …"));
  }

  private static Optional<Ground> access(Inputs in) {
    return in.text("act").equals("subject-access")
        ? Optional.of(
            Ground.limits(
                "DSR-1",
                "a person may know what is held about them, and nothing about others",
                Condition.of(Condition.Kind.REDACT_THIRD_PARTIES)))
        : Optional.empty();
  }

  private static Optional<Ground> removed(Inputs in) {
    return in.text("access").equals(Access.REMOVED.name())
        ? Optional.of(
            Ground.limits(
                "DSR-5",
                "its source was removed; a person decides what becomes of earlier captures",
                new Condition(
                    Condition.Kind.REQUIRE_REVIEW_BY, TermsLaws.today(in).plusDays(30).toString())))
        : Optional.empty();
  }

  private static Optional<Ground> known(Inputs in) {
    String act = in.text("act");
    return Optional.of(
        ACTS.contains(act)
            ? Ground.permits("EXP-1", "a copy of a known kind")
            : Ground.refuses("EXP-1", "nobody knows the act " + act, ""));
  }

  private static Optional<Ground> duties(Inputs in) {
    String act = in.text("act");
    boolean own = act.equals("subject-access");
    for (tools.jackson.databind.JsonNode one : in.fact("conditions")) {
      Condition condition = Condition.read(one);
      boolean bars =
          switch (condition.kind()) {
            case NO_EXPORT -> !own;
            case NO_PUBLISH -> act.equals("publish");
            case NO_ML_USE -> act.equals("ml-training");
            case NO_BULK_ANALYSIS -> act.equals("bulk-analysis");
            case MIN_DELAY,
                MAX_PER_HOUR,
                MAX_PER_DAY,
                DROP_MEDIA,
                REDACT_THIRD_PARTIES,
                NO_MONITOR,
                REQUIRE_REVIEW_BY,
                RETENTION_MAX,
                PARTIAL_ONLY,
                ANNOTATE_NOTICE ->
                false;
          };
      if (bars) {
        return Optional.of(
            Ground.refuses("EXP-2", "it was captured under the duty " + condition.words(), ""));
      }
    }
    return Optional.empty();
  }

  /** The mode of a case, which every reader of inputs spells alike. */
  static Minimisation mode(Inputs in) {
    String code = in.text("case.minimisation");
    return Minimisation.of(code)
        .orElseThrow(() -> new IllegalArgumentException("no such minimisation: " + code));
  }
}
