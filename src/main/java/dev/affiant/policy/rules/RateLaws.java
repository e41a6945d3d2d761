package dev.affiant.policy.rules;

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
import java.util.Optional;

/**
 * RAT-1 to RAT-4: one host is asked for pages no faster and no more often than a patient reader
 * would. What is too much for this hour waits, what is too much for this day is refused. The rates
 * are the register's for the host, never looser than the packs', but for fixtures.
 */
final class RateLaws {
  private RateLaws() {}

  static List<Rule> all() {
    return List.of(
        Law.at(
            new Law.Name("RAT-1", "", Bend.SUPERVISOR),
            EnumSet.of(Stage.PLAN, Stage.ADMIT),
            RateLaws::budget),
        Law.at(
            new Law.Name("RAT-2", "RFC 9110, 10.2.3", Bend.NEVER), Stage.PLAN, RateLaws::backOff),
        Law.at(new Law.Name("RAT-3", "", Bend.SUPERVISOR), Stage.PLAN, RateLaws::circuit),
        Law.at(new Law.Name("RAT-4", "", Bend.SUPERVISOR), Stage.PLAN, RateLaws::ticks));
  }

  private static Optional<Ground> budget(Stage stage, Inputs in) {
    long delay = rate(in, Param.DELAY_SECONDS, "delaySeconds");
    long hourly = rate(in, Param.PER_HOUR, "perHour");
    long daily = rate(in, Param.PER_DAY, "perDay");
    List<Instant> pages = in.texts("host.pages").stream().map(RateLaws::time).toList();
    Instant at = in.time(stage == Stage.ADMIT ? "turn" : "now");
    if (delay == 0) {
      return Optional.of(Ground.permits("RAT-1", "a fixture's host has no rate"));
    }
    long hour = since(pages, at, Duration.ofHours(1));
    long day = since(pages, at, Duration.ofDays(1));
    if (day >= daily || (stage == Stage.ADMIT && hour >= hourly)) {
      return Optional.of(
          Ground.refuses(
              "RAT-1",
              in.text("host")
                  + " was asked for "
                  + hour
                  + " pages in an hour, "
                  + day
                  + " in a day",
              "at most " + hourly + " an hour and " + daily + " a day; go on later"));
    }
    boolean early =
        pages.stream().anyMatch(p -> Duration.between(p, at).compareTo(seconds(delay)) < 0);
    if (stage == Stage.ADMIT && early) {
      return Optional.of(
          Ground.refuses("RAT-1", "the turn comes sooner than " + delay + " s after a page", ""));
    }
    return Optional.of(
        Ground.limits(
            "RAT-1",
            "a page of " + in.text("host") + " every " + delay + " s at most",
            Condition.of(Condition.Kind.MIN_DELAY, delay),
            Condition.of(Condition.Kind.MAX_PER_HOUR, hourly),
            Condition.of(Condition.Kind.MAX_PER_DAY, daily)));
  }

  /** What is in force for this host: the register's, which only a fixture's may loosen. */
  static long rate(Inputs in, Param param, String word) {
    long general = param.of(in);
    Optional<Inputs> row = in.group("terms");
    if (row.isEmpty()) {
      return general;
    }
    long own = row.get().number(word);
    return row.get().text("host").equals("*.lab") ? own : param.stricter(general, own);
  }

  private static Optional<Ground> backOff(Inputs in) {
    Instant now = in.time("now");
    return in.timeIfAny("host.backOffUntil")
        .filter(now::isBefore)
        .map(
            until ->
                Ground.refuses(
                    "RAT-2", in.text("host") + " asked to be left alone until " + until, "wait"));
  }

  private static Optional<Ground> circuit(Inputs in) {
    Instant now = in.time("now");
    return in.timeIfAny("host.circuitUntil")
        .filter(now::isBefore)
        .map(
            until ->
                Ground.refuses(
                    "RAT-3",
                    in.text("host")
                        + " turned us away more than once; nothing is asked until "
                        + until,
                    "wait, or have it reopened: affiant case override --rule RAT-3 …"));
  }

  private static Optional<Ground> ticks(Inputs in) {
    boolean tick = TermsLaws.isTick(in);
    Duration least = Duration.ofMinutes(Param.TICK_MINUTES.of(in));
    Instant now = in.time("now");
    List<Instant> visits = in.texts("visits").stream().map(RateLaws::time).toList();
    if (!tick) {
      return Optional.empty();
    }
    boolean early = visits.stream().anyMatch(v -> Duration.between(v, now).compareTo(least) < 0);
    return Optional.of(
        early
            ? Ground.refuses(
                "RAT-4",
                "ticks on one subject are at least " + least.toMinutes() + " minutes apart",
                "watch it less often")
            : Ground.permits("RAT-4", "the tick before is long enough ago"));
  }

  private static long since(List<Instant> pages, Instant now, Duration span) {
    return pages.stream().filter(p -> p.isAfter(now.minus(span))).count();
  }

  private static Duration seconds(long n) {
    return Duration.ofSeconds(n);
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException("no time: " + text, e);
    }
  }
}
