package dev.affiant.profile;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Yaml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads steps and signs as profiles write them: one verb a step, every loop with its bound. */
final class StepText {
  private static final int MOST_STEPS = 200;
  private static final int DEEPEST = 5;
  private static final int MOST_CLICKS = 100;
  private static final int MOST_ROUNDS = 60;
  private static final int MOST_ITEMS = 5_000;
  private static final int LONGEST_WAIT = 60_000;
  private static final Set<String> ASIDE = Set.of("when", "optional", "note", "id");
  private static final Set<String> KEYS =
      Set.of("Escape", "PageDown", "End", "Home", "ArrowRight", "ArrowLeft");
  private static final Set<String> CLICKS =
      Set.of(
          "expand-text",
          "load-more",
          "open-media",
          "next-media",
          "sort-all",
          "reveal-warning",
          "close-own-control");

  private static final Map<String, Function<Yaml, Step.Act>> ACTS =
      Map.ofEntries(
          Map.entry("waitFor", StepText::waitFor),
          Map.entry("checkGates", y -> new Step.CheckGates()),
          Map.entry("click", StepText::click),
          Map.entry("dismiss", StepText::dismiss),
          Map.entry("expandAll", StepText::expandAll),
          Map.entry("scroll", StepText::scroll),
          Map.entry("scrollUntil", StepText::scrollUntil),
          Map.entry("press", StepText::press),
          Map.entry("pauseMedia", y -> new Step.PauseMedia()),
          Map.entry("settle", y -> new Step.Settle()),
          Map.entry("snapshot", StepText::snapshot));
  private static final Set<String> NESTING = Set.of("repeat", "forEach", "if");

  private int steps;

  /** Every step under this name. */
  static List<Step> all(Yaml profile, String name) {
    return new StepText().steps(profile, name, "", 0);
  }

  private List<Step> steps(Yaml yaml, String name, String at, int depth) {
    List<Step> all = new ArrayList<>();
    List<Yaml> list = yaml.list(name);
    for (int i = 0; i < list.size(); i++) {
      if (++steps > MOST_STEPS || depth > DEEPEST) {
        throw list.get(i)
            .wrong("more than " + MOST_STEPS + " steps, or nested deeper than " + DEEPEST);
      }
      all.add(step(list.get(i), at + "/" + name + "/" + i, depth));
    }
    return all;
  }

  private Step step(Yaml yaml, String place, int depth) {
    Set<String> known = new HashSet<>(ACTS.keySet());
    known.addAll(NESTING);
    known.addAll(ASIDE);
    yaml.only(known);
    List<String> verbs =
        yaml.fields().keySet().stream().filter(name -> !ASIDE.contains(name)).toList();
    if (verbs.size() != 1) {
      throw yaml.wrong("a step has one verb, not " + verbs.size());
    }
    String verb = verbs.get(0);
    Yaml with = yaml.has(verb) ? yaml.need(verb) : Yaml.of("", Json.object());
    Step.Act act =
        switch (verb) {
          case "repeat" -> repeat(with, place, depth);
          case "forEach" -> forEach(with, place, depth);
          case "if" -> either(with, place, depth);
          default -> ACTS.getOrDefault(verb, y -> new Step.CheckGates()).apply(with);
        };
    Optional<Sign> when =
        yaml.has("when") ? Optional.of(sign(yaml.need("when"))) : Optional.empty();
    boolean optional = yaml.flag("optional");
    return new Step(place, act, when, optional);
  }

  private Step.Act repeat(Yaml yaml, String place, int depth) {
    yaml.only(Set.of("max", "until", "steps"));
    Optional<Sign> until =
        yaml.has("until") ? Optional.of(sign(yaml.need("until"))) : Optional.empty();
    int max = bound(yaml, "max", MOST_ROUNDS);
    return new Step.Repeat(max, until, some(yaml, "steps", place + "/repeat", depth));
  }

  private Step.Act forEach(Yaml yaml, String place, int depth) {
    yaml.only(Set.of("css", "max", "steps"));
    String css = Selectors.live(yaml.need("css"));
    int max = bound(yaml, "max", MOST_CLICKS);
    return new Step.ForEach(css, max, some(yaml, "steps", place + "/forEach", depth));
  }

  private Step.Act either(Yaml yaml, String place, int depth) {
    yaml.only(Set.of("sign", "then", "else"));
    return new Step.If(
        sign(yaml.need("sign")),
        some(yaml, "then", place + "/if", depth),
        steps(yaml, "else", place + "/if", depth + 1));
  }

  private List<Step> some(Yaml yaml, String name, String at, int depth) {
    yaml.need(name);
    List<Step> all = steps(yaml, name, at, depth + 1);
    if (all.isEmpty()) {
      throw yaml.need(name).wrong(name + " has no step");
    }
    return all;
  }

  private static Step.Act waitFor(Yaml yaml) {
    Set<String> words = new HashSet<>(SIGNS.keySet());
    words.add("timeoutMs");
    yaml.only(words);
    return new Step.WaitFor(signs(yaml, "timeoutMs"), bound(yaml, "timeoutMs", LONGEST_WAIT));
  }

  private static Step.Act click(Yaml yaml) {
    yaml.only(Set.of("css", "intent", "nth"));
    int nth = yaml.has("nth") ? (int) yaml.need("nth").number() : 0;
    if (nth < 0 || nth > 99) {
      throw yaml.need("nth").wrong("nth is 0 to 99");
    }
    return new Step.Click(selectors(yaml), intent(yaml, CLICKS), nth);
  }

  private static Step.Act dismiss(Yaml yaml) {
    yaml.only(Set.of("css", "intent"));
    Set<String> intents = Set.of("consent-reject", "close-own-control");
    return new Step.Click(selectors(yaml), intent(yaml, intents), 0);
  }

  private static Step.Act expandAll(Yaml yaml) {
    yaml.only(Set.of("css", "intent", "max"));
    Set<String> intents = Set.of("expand-text", "load-more", "reveal-warning");
    return new Step.ExpandAll(
        selectors(yaml), intent(yaml, intents), bound(yaml, "max", MOST_CLICKS));
  }

  private static Step.Act scroll(Yaml yaml) {
    yaml.only(Set.of("to", "css"));
    String to = yaml.text("to");
    if (!Set.of("top", "bottom", "element").contains(to)) {
      throw yaml.need("to").wrong("scroll to is top, bottom or element");
    }
    String css = to.equals("element") ? Selectors.live(yaml.need("css")) : "";
    return new Step.Scroll(to, css);
  }

  private static Step.Act scrollUntil(Yaml yaml) {
    yaml.only(Set.of("grow", "maxRounds", "stopAfterNoGrowth", "maxItems"));
    return new Step.ScrollUntil(
        Selectors.live(yaml.need("grow")),
        bound(yaml, "maxRounds", MOST_ROUNDS),
        bound(yaml, "stopAfterNoGrowth", 5),
        yaml.has("maxItems") ? bound(yaml, "maxItems", MOST_ITEMS) : MOST_ITEMS);
  }

  private static Step.Act press(Yaml yaml) {
    yaml.only(Set.of("key"));
    if (!KEYS.contains(yaml.text("key"))) {
      throw yaml.need("key").wrong("a flow presses only " + String.join(", ", sorted(KEYS)));
    }
    return new Step.Press(yaml.text("key"));
  }

  private static Step.Act snapshot(Yaml yaml) {
    yaml.only(Set.of("name", "css"));
    String name = yaml.text("name");
    if (!name.matches("[a-z][a-z0-9-]{0,30}")) {
      throw yaml.need("name").wrong("a picture's name is letters, digits and hyphens");
    }
    Optional<String> css =
        yaml.has("css") ? Optional.of(Selectors.live(yaml.need("css"))) : Optional.empty();
    return new Step.Snapshot(name, css);
  }

  private static List<String> selectors(Yaml yaml) {
    yaml.need("css");
    return Selectors.live(yaml, "css");
  }

  private static String intent(Yaml yaml, Set<String> allowed) {
    String intent = yaml.text("intent");
    if (!allowed.contains(intent)) {
      throw yaml.need("intent").wrong("intent is one of " + String.join(", ", sorted(allowed)));
    }
    return intent;
  }

  private static List<String> sorted(Set<String> words) {
    return words.stream().sorted().toList();
  }

  private static int bound(Yaml yaml, String name, int most) {
    long value = yaml.need(name).number();
    if (value < 1 || value > most) {
      throw yaml.need(name).wrong(name + " is 1 to " + most);
    }
    return (int) value;
  }

  private static final Map<String, Function<Yaml, Sign>> SIGNS =
      Map.of(
          "css", StepText::css,
          "text", StepText::says,
          "url", y -> new Sign.Url(pattern(y.only(Set.of("matches")), "matches")),
          "title", y -> new Sign.Title(pattern(y.only(Set.of("matches")), "matches")),
          "status",
              y ->
                  new Sign.Status(
                      Set.copyOf(
                          y.only(Set.of("in")).list("in").stream()
                              .map(s -> (int) s.number())
                              .toList())),
          "header",
              y ->
                  new Sign.Header(
                      y.only(Set.of("name", "matches")).text("name"), pattern(y, "matches")),
          "not", y -> new Sign.Not(sign(y)),
          "any", y -> new Sign.AnyOf(signs(y)),
          "all", y -> new Sign.AllOf(signs(y)));

  /** A sign: one word of them, or several, which all have to show. */
  static Sign sign(Yaml yaml) {
    yaml.only(SIGNS.keySet());
    return signs(yaml, "");
  }

  private static Sign signs(Yaml yaml, String beside) {
    List<Sign> all = new ArrayList<>();
    yaml.fields()
        .forEach(
            (word, value) -> {
              if (!word.equals(beside)) {
                all.add(SIGNS.getOrDefault(word, StepText::sign).apply(value));
              }
            });
    if (all.isEmpty()) {
      throw yaml.wrong("no sign is named");
    }
    return all.size() == 1 ? all.get(0) : new Sign.AllOf(all);
  }

  private static List<Sign> signs(Yaml list) {
    if (!list.node().isArray() || list.node().isEmpty()) {
      throw list.wrong("it is not a list of signs");
    }
    return list.elements().stream().map(StepText::sign).toList();
  }

  private static Sign css(Yaml yaml) {
    if (yaml.node().isString()) {
      return new Sign.Css(Selectors.live(yaml), true, 1, Integer.MAX_VALUE);
    }
    yaml.only(Set.of("sel", "visible", "min", "max"));
    boolean visible = !yaml.has("visible") || yaml.flag("visible");
    int least = yaml.has("min") ? (int) yaml.need("min").number() : yaml.has("max") ? 0 : 1;
    int most = yaml.has("max") ? (int) yaml.need("max").number() : Integer.MAX_VALUE;
    return new Sign.Css(Selectors.live(yaml.need("sel")), visible, least, most);
  }

  private static Sign says(Yaml yaml) {
    yaml.only(Set.of("css", "matches"));
    return new Sign.Says(Selectors.live(yaml.need("css")), pattern(yaml, "matches"));
  }

  /** A regular expression of a profile: RE2, so that no page can make it take long. */
  static Pattern pattern(Yaml yaml, String name) {
    try {
      return Pattern.compile(yaml.text(name), Pattern.CASE_INSENSITIVE);
    } catch (PatternSyntaxException e) {
      throw yaml.need(name)
          .wrong("no regular expression (RE2, no look-around): " + e.getDescription());
    }
  }
}
