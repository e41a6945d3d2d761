package dev.affiant.flow;

import dev.affiant.engine.Notice;
import dev.affiant.engine.Recording;
import dev.affiant.evidence.Access;
import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.End;
import dev.affiant.evidence.Outcome;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Role;
import dev.affiant.network.Ending;
import dev.affiant.network.Exchange;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Effect;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The judgement of a capture: how it ended and why, from what was decided, where the flow stopped,
 * and what was recorded. Total: every combination has exactly one outcome.
 *
 * @param warnings what is worth knowing and takes nothing from the outcome
 * @param needsReview why a person should look at it, if one should
 */
public record Completeness(
    Outcome outcome, Access access, List<Reason> warnings, List<String> needsReview) {
  public Completeness {
    warnings = List.copyOf(warnings);
    needsReview = List.copyOf(needsReview);
  }

  /**
   * What was there to judge.
   *
   * @param decision of the admission
   * @param exchanges joined with the lane's log, so that denials are known
   * @param shortfalls what the flow could not do
   */
  public record Case(
      Decision decision,
      Stop stop,
      Sight sight,
      Recording recording,
      List<Exchange> exchanges,
      List<Role> planned,
      List<Reason> shortfalls) {
    public Case {
      exchanges = List.copyOf(exchanges);
      planned = List.copyOf(planned);
      shortfalls = List.copyOf(shortfalls);
    }
  }

  /** What only the page can give; everything else is made from the recording, and always. */
  private static final Set<Role> OF_THE_PAGE =
      Set.of(
          Role.RENDERED,
          Role.SCREENSHOT_VIEWPORT,
          Role.SCREENSHOT_FULL,
          Role.TEXT_BOXES,
          Role.VISIBLE_TEXT,
          Role.MHTML);

  private static final Outcome STOPPED =
      Outcome.of(End.INTERRUPTED, "stopped", "somebody asked us to stop");

  /** Judges. */
  public static Completeness of(Case file) {
    MainDocument main = MainDocument.of(file.exchanges());
    Optional<Outcome> early = refused(file, main).or(() -> notReached(file, main));
    if (early.isPresent()) {
      boolean failedUs = early.get().end() == End.UNREACHABLE && main.answered();
      Access access = failedUs ? Access.SERVER_ERROR : Access.UNCLASSIFIED;
      return new Completeness(early.get(), access, warnings(file), List.of());
    }
    return reached(file);
  }

  private static Optional<Outcome> refused(Case file, MainDocument main) {
    if (file.decision().refuses()) {
      boolean cut = file.stop().at() == Stop.At.CUT;
      return file.decision()
          .unreachable()
          .map(cause -> cut ? STOPPED : Reach.lane(cause))
          .or(() -> Optional.of(outcome(file.decision())));
    }
    // Where a page wants to go once it has been seen takes nothing from what it was.
    boolean stood = main.answered() && !file.sight().errorPage();
    Optional<Decision> no =
        file.recording().decisions().stream()
            .filter(d -> d.refuses() && d.stage() != Stage.ADMIT)
            .filter(d -> file.stop().at() == Stop.At.REFUSED || !stood)
            .reduce((first, second) -> second);
    if (no.isPresent()) {
      return Optional.of(outcome(no.get()));
    }
    return MainDocument.tried(file.exchanges())
        .last()
        .filter(e -> !stood && e.ending() == Ending.BLOCKED)
        .map(e -> Outcome.of(End.REFUSED, e.failure(), e.url()));
  }

  private static Outcome outcome(Decision refusal) {
    List<Reason> reasons =
        refusal.grounds().stream()
            .filter(g -> g.effect() == Effect.REFUSE)
            .map(Completeness::reason)
            .toList();
    return new Outcome(End.REFUSED, reasons);
  }

  private static Reason reason(Ground ground) {
    return new Reason(ground.rule(), ground.why());
  }

  private static Optional<Outcome> notReached(Case file, MainDocument main) {
    return switch (file.stop().at()) {
      case NOT_STARTED, NOT_REACHED ->
          Optional.of(Reach.outcome(file.stop().detail(), main, file.recording().notices()));
      case CUT -> Optional.of(STOPPED);
      case DEADLINE ->
          main.answered()
              ? Optional.empty()
              : Optional.of(Outcome.of(End.UNREACHABLE, "timeout", "no main response in time"));
      case CRASHED, BROWSER_GONE ->
          main.answered()
              ? Optional.empty()
              : Optional.of(
                  Outcome.of(End.UNREACHABLE, crash(file.stop()), "before any main response"));
      case END, REFUSED -> Reach.withoutPage(main);
    };
  }

  private static Completeness reached(Case file) {
    List<Reason> reasons = new ArrayList<>();
    Access access = file.sight().access();
    Optional<Outcome> byAccess = byAccess(file.sight());
    if (byAccess.isPresent()) {
      return new Completeness(byAccess.get(), access, warnings(file), List.of());
    }
    List<String> review = new ArrayList<>();
    addRequests(MainDocument.of(file.exchanges()).last().stream().toList(), reasons);
    addStop(file.stop(), reasons);
    addLook(file, reasons, review);
    addRequests(file.exchanges(), reasons);
    addPlan(file, reasons);
    reasons.addAll(file.shortfalls());
    reasons.addAll(file.recording().shortfalls());
    if (file.recording().dropped() > 0) {
      reasons.add(new Reason("too-many", file.recording().dropped() + " observations not kept"));
    }
    Outcome outcome =
        reasons.isEmpty() ? Outcome.complete() : new Outcome(End.PARTIAL, distinct(reasons));
    return new Completeness(outcome, access, warnings(file), review);
  }

  private static Optional<Outcome> byAccess(Sight sight) {
    String detail = String.join("; ", sight.signals());
    return switch (sight.access()) {
      case LOGIN_WALL,
          AGE_GATE,
          CONSENT_WALL,
          PAYWALL,
          BOT_CHECK,
          RATE_LIMITED,
          GEO_BLOCKED,
          FORBIDDEN ->
          Optional.of(Outcome.of(End.WALLED, sight.access().word(), detail));
      case NOT_FOUND, REMOVED, SUSPENDED, PRIVATE_ACCOUNT ->
          Optional.of(Outcome.of(End.ABSENT, sight.access().word(), detail));
      case SERVER_ERROR -> Optional.of(Outcome.of(End.UNREACHABLE, "server-error", detail));
      case CONTENT, CONTENT_PARTIAL, EMPTY_SHELL, OFFSITE_REDIRECT, UNCLASSIFIED ->
          Optional.empty();
    };
  }

  /** What the look says; of a page that hung it can say nothing, and why is said already. */
  private static void addLook(Case file, List<Reason> reasons, List<String> review) {
    Sight sight = file.sight();
    String detail = String.join("; ", sight.signals());
    switch (sight.access()) {
      case CONTENT -> {}
      case EMPTY_SHELL -> {
        reasons.add(new Reason("no-content-marker", detail));
        review.add("nothing shows on the page");
      }
      case UNCLASSIFIED -> {
        if (reasons.isEmpty() || !sight.unseen()) {
          reasons.add(new Reason(sight.unseen() ? "unresponsive" : "unclassified", detail));
        }
        review.add("the page could not be classified");
      }
      default -> reasons.add(new Reason(sight.access().word(), detail));
    }
  }

  private static void addStop(Stop stop, List<Reason> reasons) {
    switch (stop.at()) {
      case DEADLINE -> reasons.add(new Reason("deadline", stop.detail()));
      case CRASHED, BROWSER_GONE -> reasons.add(new Reason(crash(stop), stop.detail()));
      default -> {}
    }
  }

  private static String crash(Stop stop) {
    return stop.at() == Stop.At.CRASHED ? "tab-crashed" : "browser-gone";
  }

  private static void addRequests(List<Exchange> exchanges, List<Reason> reasons) {
    exchanges.stream()
        .map(Accounting::of)
        .filter(a -> a.effect() == dev.affiant.flow.Effect.PARTIAL)
        .flatMap(a -> a.reason().stream())
        .forEach(reasons::add);
  }

  private static void addPlan(Case file, List<Reason> reasons) {
    for (Role role : file.planned()) {
      boolean have =
          file.recording().artifacts().stream().map(Artifact::role).anyMatch(role::equals);
      if (OF_THE_PAGE.contains(role) && !have) {
        reasons.add(new Reason("absent:" + role.word(), "planned and not made"));
      }
    }
  }

  private static List<Reason> distinct(List<Reason> reasons) {
    return reasons.stream().distinct().toList();
  }

  private static List<Reason> warnings(Case file) {
    List<Reason> warnings = new ArrayList<>();
    file.exchanges().stream()
        .map(Accounting::of)
        .filter(a -> a.effect() == dev.affiant.flow.Effect.WARNING)
        .flatMap(a -> a.reason().stream())
        .forEach(warnings::add);
    file.recording().notices().stream()
        .filter(n -> n.kind().equals("service-worker") || n.kind().equals("download"))
        .map(Completeness::warning)
        .forEach(warnings::add);
    return distinct(warnings);
  }

  private static Reason warning(Notice notice) {
    return new Reason(notice.kind(), notice.url().isEmpty() ? notice.text() : notice.url());
  }
}
