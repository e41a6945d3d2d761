package dev.affiant.policy.rules;

import dev.affiant.casefile.AuthorityType;
import dev.affiant.policy.Authorities;
import dev.affiant.policy.Bend;
import dev.affiant.policy.Condition;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** CASE-2, UK-1, US-1, CA-1 and EU-2: what some places' law asks; on where a pack says so. */
final class PlaceLaws {
  private static final Set<AuthorityType> SURVEILLANCE =
      EnumSet.of(
          AuthorityType.SURVEILLANCE_AUTHORISATION,
          AuthorityType.WARRANT,
          AuthorityType.COURT_ORDER,
          AuthorityType.OWNER_CONSENT);
  private static final Set<AuthorityType> PROCESS =
      EnumSet.of(AuthorityType.WARRANT, AuthorityType.COURT_ORDER, AuthorityType.AGENCY_POLICY);
  private static final Pattern INTERCEPTION =
      Pattern.compile(
          "interception|communications data|equipment interference|bulk personal dataset");
  private static final Pattern BIOMETRIC =
      Pattern.compile("biometric|face recognition|facial recog");

  private PlaceLaws() {}

  static List<Rule> all() {
    return List.of(
        Law.at(new Law.Name("CASE-2", "GDPR 6", Bend.NEVER), Stage.PLAN, PlaceLaws::basis),
        Law.at(
            new Law.Name(
                "UK-1", "RIPA 2000, Part II; CSPI Code 2018, 3.10 to 3.17", Bend.AUTHORITY),
            Stage.PLAN,
            PlaceLaws::surveillance),
        Law.at(
            new Law.Name("US-1", "agency policy", Bend.AUTHORITY), Stage.PLAN, PlaceLaws::process),
        Law.at(
            new Law.Name("CA-1", "Privacy Act, s. 4 and 5; PIPEDA, s. 7", Bend.AUTHORITY),
            Stage.PLAN,
            PlaceLaws::programme),
        Law.at(
            new Law.Name("EU-2", "Directive (EU) 2016/680", Bend.NEVER),
            Stage.PLAN,
            PlaceLaws::nationalBasis));
  }

  private static Optional<Ground> basis(Inputs in) {
    boolean on = Param.BASIS.on(in);
    String basis = in.text("case.basis");
    Inputs refs = references(in);
    boolean bound = isPublic(in);
    if (!on) {
      return Optional.empty();
    }
    if (basis.equals("6(1)(f)") && bound) {
      return refuse("CASE-2", "a public authority cannot rest its tasks on 6(1)(f)", "6(1)(e)");
    }
    if (basis.equals("6(1)(f)") && !has(refs, "lia")) {
      return refuse(
          "CASE-2",
          "6(1)(f) rests on an assessment of legitimate interests, and the case names none",
          "affiant case new --basis-ref 'lia: LIA-2026-014' …");
    }
    if (!NEEDED.containsKey(basis) || has(refs, NEEDED.get(basis))) {
      return Optional.of(Ground.permits("CASE-2", "the lawful basis is " + basis));
    }
    return refuse(
        "CASE-2",
        "the basis " + basis + " rests on something, and the case does not name it",
        "affiant case new --basis-ref '" + NEEDED.get(basis) + ": …' …");
  }

  private static final java.util.Map<String, String> NEEDED =
      java.util.Map.of(
          "6(1)(a)", "consent",
          "6(1)(b)", "contract",
          "6(1)(c)", "obligation",
          "6(1)(d)", "supervisor",
          "6(1)(e)", "task");

  private static Optional<Ground> surveillance(Inputs in) {
    boolean on = Param.SURVEILLANCE.on(in);
    String purpose = in.text("case.purposeText").toLowerCase(Locale.ROOT);
    Optional<String> subject = in.textIfAny("subject");
    long visit = visits(in) + 1;
    boolean bound = isPublic(in);
    boolean tick = TermsLaws.isTick(in);
    Optional<Inputs> authority = Authorities.covering(in, SURVEILLANCE);
    if (!on) {
      return Optional.empty();
    }
    if (INTERCEPTION.matcher(purpose).find()) {
      return refuse(
          "UK-1",
          "the purpose is one of the Investigatory Powers Act, which no capture serves",
          "");
    }
    if (subject.isEmpty()) {
      return Optional.of(Ground.permits("UK-1", "the address names no person's page"));
    }
    long refuseAt = (bound ? Param.PUBLIC_REFUSE_AT : Param.PRIVATE_REFUSE_AT).of(in);
    String seen = subject.get() + " is looked at for the " + ordinal(visit) + " time";
    if (authority.isPresent()) {
      return Optional.of(
          Ground.limits("UK-1", seen + "; it rests on " + Authorities.words(authority.get())));
    }
    if (visit >= refuseAt || (bound && tick)) {
      return refuse(
          "UK-1",
          seen
              + " within "
              + Param.WINDOW_DAYS.of(in)
              + " days, which may be directed surveillance",
          "affiant case authority add --type surveillance-authorisation --subject "
              + subject.get()
              + " …");
    }
    if (visit >= Param.PRIVATE_REVIEW_AT.of(in) || tick) {
      return Optional.of(
          Ground.limits(
              "UK-1",
              seen + "; a supervisor looks at it",
              new Condition(
                  Condition.Kind.REQUIRE_REVIEW_BY, TermsLaws.today(in).plusDays(7).toString())));
    }
    return Optional.of(Ground.permits("UK-1", seen));
  }

  private static long visits(Inputs in) {
    Instant from = in.time("now").minus(Duration.ofDays(Param.WINDOW_DAYS.of(in)));
    return in.texts("visits").stream().map(PlaceLaws::time).filter(v -> v.isAfter(from)).count();
  }

  private static Optional<Ground> process(Inputs in) {
    boolean on = Param.LEGAL_PROCESS.on(in);
    boolean police = in.text("case.sector").equals("law-enforcement");
    boolean watched = TermsLaws.isTick(in) || visits(in) > 0;
    boolean named =
        has(references(in), "legal-process") || Authorities.covering(in, PROCESS).isPresent();
    if (!on || !police) {
      return Optional.empty();
    }
    if (watched && !named) {
      return refuse(
          "US-1",
          "monitoring a person for law enforcement rests on a warrant, an order or a policy",
          "affiant case authority add --type warrant|court-order|agency-policy …");
    }
    return Optional.of(Ground.permits("US-1", named ? "legal process is on record" : "one look"));
  }

  private static Optional<Ground> programme(Inputs in) {
    boolean on = Param.PROGRAMME.on(in);
    boolean bound = isPublic(in);
    boolean press =
        in.text("case.purpose").equals("journalism") || in.text("case.sector").equals("press");
    Inputs refs = references(in);
    if (!on) {
      return Optional.empty();
    }
    if (bound && !has(refs, "programme")) {
      return refuse(
          "CA-1",
          "a federal institution collects what relates to a programme of its own, and the case names"
              + " none",
          "affiant case new --basis-ref 'programme: …' …");
    }
    if (!bound && !press && !has(refs, "consent") && !has(refs, "exception")) {
      return refuse(
          "CA-1",
          "posts are not publicly available information in PIPEDA's sense; the case names neither"
              + " consent nor an exception",
          "affiant case new --basis-ref 'exception: PIPEDA 7(1)(b)' …");
    }
    return Optional.of(Ground.permits("CA-1", "programme, consent or exception is named"));
  }

  private static Optional<Ground> nationalBasis(Inputs in) {
    boolean on = Param.NATIONAL_BASIS.on(in);
    String purpose = in.text("case.purposeText").toLowerCase(Locale.ROOT);
    boolean police = in.text("case.sector").equals("law-enforcement");
    boolean named = has(references(in), "national-basis");
    if (!on) {
      return Optional.empty();
    }
    if (BIOMETRIC.matcher(purpose).find()) {
      return refuse("EU-2", "no faces are collected (AI Act, 5(1)(e))", "");
    }
    if (police && !named) {
      return refuse(
          "EU-2",
          "law enforcement rests on national law under the directive, and the case names none",
          "affiant case new --basis-ref 'national-basis: …' …");
    }
    return police
        ? Optional.of(Ground.permits("EU-2", "the national basis is named"))
        : Optional.empty();
  }

  static boolean isPublic(Inputs in) {
    String sector = in.text("case.sector");
    return sector.equals("public-authority") || sector.equals("law-enforcement");
  }

  static Inputs references(Inputs in) {
    return in.group("case.refs")
        .orElseThrow(() -> new IllegalArgumentException("case.refs is not known"));
  }

  static boolean has(Inputs refs, String kind) {
    return refs.names().contains(kind);
  }

  private static Optional<Ground> refuse(String rule, String why, String remedy) {
    return Optional.of(Ground.refuses(rule, why, remedy));
  }

  private static String ordinal(long n) {
    return n == 1 ? "first" : n == 2 ? "second" : n == 3 ? "third" : n + "th";
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException("no time: " + text, e);
    }
  }
}
