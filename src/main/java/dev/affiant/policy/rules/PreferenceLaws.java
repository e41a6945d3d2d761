package dev.affiant.policy.rules;

import dev.affiant.policy.Authorities;
import dev.affiant.policy.Bend;
import dev.affiant.policy.Condition;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ROB-2, ROB-3 and ROB-5: what else publishers ask of machines. */
final class PreferenceLaws {
  /** {@code header x-robots-tag: googlebot: noarchive, nosnippet}. */
  private static final Pattern ROBOTS =
      Pattern.compile("(?:header x-robots-tag|meta robots|meta affiant): *(.*)");

  private static final Pattern SCOPED = Pattern.compile("([a-z][a-z0-9_-]*) *: *(.*)");

  private PreferenceLaws() {}

  static List<Rule> all() {
    return List.of(
        Law.at(new Law.Name("ROB-2", "", Bend.AUTHORITY), Stage.ADMIT, PreferenceLaws::delay),
        Law.at(new Law.Name("ROB-3", "", Bend.AUTHORITY), Stage.LOADED, PreferenceLaws::tags),
        Law.at(
            new Law.Name("ROB-5", "", Bend.SUPERVISOR),
            EnumSet.of(Stage.ADMIT),
            (stage, in) -> signals(in)));
  }

  private static Optional<Ground> delay(Inputs in) {
    long delay = robots(in).number("delaySeconds");
    boolean fixture = RateLaws.rate(in, Param.DELAY_SECONDS, "delaySeconds") == 0;
    if (delay == 0 || fixture) {
      return Optional.empty();
    }
    List<Condition> conditions = new ArrayList<>();
    conditions.add(Condition.of(Condition.Kind.MIN_DELAY, delay));
    if (delay > 60) {
      conditions.add(Condition.of(Condition.Kind.NO_MONITOR));
    }
    boolean early =
        in.texts("host.pages").stream()
            .map(java.time.Instant::parse)
            .anyMatch(p -> p.plusSeconds(delay).isAfter(in.time("turn")));
    return Optional.of(
        early
            ? Ground.refuses("ROB-2", "the host asks for " + delay + " s between pages", "wait")
            : Ground.limits(
                "ROB-2",
                "the host asks for " + delay + " s between pages",
                conditions.toArray(Condition[]::new)));
  }

  private static Optional<Ground> tags(Inputs in) {
    List<String> words = words(in.texts("page.preferences"));
    boolean tick = TermsLaws.isTick(in);
    boolean allowed = !Authorities.covering(in).isEmpty();
    if (words.contains("noarchive") && (tick || !allowed)) {
      return Optional.of(
          Ground.refuses(
              "ROB-3",
              "the page asks that no copy of it is kept (noarchive)",
              "an authority that covers the host: affiant case authority add --help"));
    }
    List<Condition> conditions = new ArrayList<>();
    if (words.contains("noarchive")) {
      conditions.add(Condition.of(Condition.Kind.NO_PUBLISH));
    }
    if (words.contains("noai") || words.contains("noimageai")) {
      conditions.add(Condition.of(Condition.Kind.NO_ML_USE));
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String stated = "the page asks of robots: " + String.join(", ", words);
    return Optional.of(
        conditions.isEmpty()
            ? Ground.permits("ROB-3", stated)
            : Ground.limits("ROB-3", stated, conditions.toArray(Condition[]::new)));
  }

  /** The words that bind us: those for everybody and those for us by name. */
  static List<String> words(List<String> preferences) {
    List<String> words = new ArrayList<>();
    for (String preference : preferences) {
      Matcher form = ROBOTS.matcher(preference.toLowerCase(Locale.ROOT));
      if (form.matches()) {
        add(form.group(1), words);
      }
    }
    return words.stream().distinct().toList();
  }

  private static void add(String value, List<String> words) {
    Matcher scoped = SCOPED.matcher(value);
    boolean named = scoped.matches() && !scoped.group(1).equals("unavailable_after");
    if (named && !scoped.group(1).equals(Robots.TOKEN)) {
      return; // it speaks to another's machine
    }
    for (String word : (named ? scoped.group(2) : value).split(",", -1)) {
      String bare = word.strip();
      if (bare.equals("none")) {
        words.addAll(List.of("noindex", "nofollow"));
      } else if (!bare.isEmpty()) {
        words.add(bare);
      }
    }
  }

  private static Optional<Ground> signals(Inputs in) {
    List<String> signals = robots(in).texts("signals");
    boolean ai = in.group("ai").map(a -> a.flag("present")).orElse(true);
    boolean reserved =
        signals.stream()
            .anyMatch(s -> s.matches(".*(ai-train|ai-input|train-ai|ai) *= *(no|n)\\b.*"));
    if (signals.isEmpty() && !ai) {
      return Optional.empty();
    }
    return Optional.of(
        reserved || ai
            ? Ground.limits(
                "ROB-5",
                ai ? "the host has an ai.txt, or was not asked for it" : String.join("; ", signals),
                Condition.of(Condition.Kind.NO_ML_USE))
            : Ground.permits("ROB-5", String.join("; ", signals)));
  }

  private static Inputs robots(Inputs in) {
    return in.group("robots")
        .orElseThrow(() -> new IllegalArgumentException("robots.txt is not known"));
  }
}
