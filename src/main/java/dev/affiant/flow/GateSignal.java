package dev.affiant.flow;

import com.google.re2j.Pattern;
import dev.affiant.engine.Signs;
import dev.affiant.evidence.Access;
import dev.affiant.network.Place;
import dev.affiant.profile.GateRule;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one rule for a gate makes of a page.
 *
 * @param selectors places of its selectors among those that the page is searched for
 * @param data places of its data among those that the page is asked for
 */
record GateSignal(GateRule rule, List<Integer> selectors, List<Integer> data) {
  private static final double COVERING = 0.5;
  private static final double SEEN = 0.01;
  private static final int FEW = 50;
  private static final int LONGEST = 300;

  Access gate() {
    return rule.gate();
  }

  /** How much a signal says. */
  enum Strength {
    /** Nothing. */
    NONE,
    /** Something lies over content. */
    OVER,
    /** There is a gate in the page's place. */
    GATE
  }

  /** What a signal says of a page, in which words. */
  record Hit(GateSignal signal, Strength strength, String words) {}

  /** What it says of a page, of which a short one has fewer words than this. */
  Hit of(Facts facts, int most) {
    // beside content it is what every visitor is offered, in a header, a dialog or a last line
    boolean yields = facts.content() && rule.flags().contains("yields");
    return yields ? of(facts.asAskedFor(), false, most) : of(facts, facts.isShort(most), most);
  }

  private Hit of(Facts facts, boolean bare, int most) {
    Strength strength = Strength.GATE;
    StringBuilder words = new StringBuilder(rule.id());
    for (Condition condition : conditions()) {
      Hit found = condition.of(facts, bare, most);
      if (found.strength() == Strength.NONE) {
        return found;
      }
      if (!found.words().isEmpty()) {
        words.append(": ").append(found.words());
      }
      strength = found.strength().compareTo(strength) < 0 ? found.strength() : strength;
    }
    return new Hit(this, strength, words.toString());
  }

  /** One thing that has to hold. */
  private interface Condition {
    Hit of(Facts facts, boolean bare, int most);
  }

  private List<Condition> conditions() {
    List<Condition> all = new ArrayList<>();
    rule.headers().forEach((name, value) -> all.add((f, bare, most) -> header(f, name, value)));
    if (!rule.statuses().isEmpty()) {
      all.add(
          (f, bare, most) -> says(rule.statuses().contains(f.status()), "status " + f.status()));
    }
    rule.path().ifPresent(p -> all.add((f, bare, most) -> sentTo(f, p)));
    if (!rule.hosts().isEmpty()) {
      all.add((f, bare, most) -> host(f));
    }
    if (!rule.titles().isEmpty()) {
      all.add((f, bare, most) -> title(f, bare));
    }
    if (!rule.texts().isEmpty()) {
      all.add(this::text);
    }
    if (!selectors.isEmpty()) {
      all.add((f, bare, most) -> mark(f, bare));
    }
    if (!rule.data().isEmpty()) {
      all.add((f, bare, most) -> data(f));
    }
    if (!rule.frames().isEmpty()) {
      all.add((f, bare, most) -> frame(f, bare));
    }
    if (rule.flags().contains("fields")) {
      all.add((f, bare, most) -> says(f.signs().fields() == 0, ""));
    }
    if (rule.flags().contains("locked")) {
      all.add((f, bare, most) -> locked(f.signs().lock(), bare));
    }
    if (rule.flags().contains("password")) {
      all.add((f, bare, most) -> password(f, bare));
    }
    return all;
  }

  private Hit says(boolean holds, String words) {
    return strong(holds ? Strength.GATE : Strength.NONE, words);
  }

  private Hit strong(Strength strength, String words) {
    String some = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    return new Hit(this, strength, some);
  }

  private Hit header(Facts facts, String name, String value) {
    Optional<String> found = facts.header(name).filter(v -> v.contains(value));
    return says(found.isPresent(), "header " + name + ": " + found.orElse(""));
  }

  private Hit sentTo(Facts facts, Pattern pattern) {
    String at = facts.glance().url();
    return says(facts.sentOn() && pattern.matcher(pathOf(at)).matches(), "sent on to " + at);
  }

  private static String pathOf(String url) {
    try {
      String path = URI.create(url).getRawPath();
      return path == null ? "" : path;
    } catch (IllegalArgumentException unreadable) {
      return "";
    }
  }

  private Hit host(Facts facts) {
    String at = Place.of(facts.glance().url()).map(Place::host).orElse("");
    boolean one = rule.hosts().stream().anyMatch(h -> at.equals(h) || at.endsWith("." + h));
    return says(facts.sentOn() && one, "sent on to " + at);
  }

  private Hit title(Facts facts, boolean bare) {
    String title = GateRule.plain(facts.glance().title());
    boolean its =
        (bare || !rule.statuses().isEmpty()) && rule.titles().stream().anyMatch(title::startsWith);
    return says(its, "title “" + facts.glance().title() + "”");
  }

  private Hit text(Facts facts, boolean bare, int most) {
    Optional<String> own = bare ? phrase(facts.lines()) : Optional.empty();
    Optional<String> lying =
        rule.flags().contains("over") ? phrase(facts.linesOver(most)) : Optional.empty();
    if (own.isPresent() || (bare && lying.isPresent())) {
      return strong(Strength.GATE, "“" + own.or(() -> lying).orElse("") + "”");
    }
    return lying.isPresent()
        ? strong(Strength.OVER, "“" + lying.get() + "” over the page")
        : says(false, "");
  }

  private Optional<String> phrase(List<String> lines) {
    return rule.texts().stream()
        .filter(t -> lines.stream().anyMatch(l -> l.startsWith(t)))
        .findFirst();
  }

  private Hit mark(Facts facts, boolean bare) {
    Optional<Signs.Mark> found =
        facts.signs().marks().stream()
            .filter(m -> selectors.contains(m.index()))
            .max((a, b) -> Boolean.compare(covers(a), covers(b)));
    boolean covers = found.filter(GateSignal::covers).isPresent();
    if (found.isEmpty() || (!covers && (!bare || rule.flags().contains("covers")))) {
      return says(false, "");
    }
    return strong(bare ? Strength.GATE : Strength.OVER, "an element that says so shows");
  }

  /** What the page's own data says: whatever else shows, the platform has said what it is. */
  private Hit data(Facts facts) {
    for (int i = 0; i < data.size(); i++) {
      String found = facts.signs().data().getOrDefault(data.get(i), "");
      if (!rule.data().get(i).values().contains(found.toLowerCase(Locale.ROOT))) {
        return says(false, "");
      }
    }
    List<String> places = rule.data().stream().map(d -> String.join("/", d.path())).toList();
    return strong(Strength.GATE, "the page's data says so at " + String.join(", ", places));
  }

  private static boolean covers(Signs.Mark mark) {
    return mark.middle() || mark.share() >= COVERING;
  }

  /** A widget; what only watches in a corner is none. */
  private Hit frame(Facts facts, boolean bare) {
    Optional<Signs.Shown> found =
        facts.signs().frames().stream()
            .filter(
                f -> rule.frames().stream().anyMatch(f.what().toLowerCase(Locale.ROOT)::contains))
            .filter(f -> !f.what().contains("size=invisible"))
            .filter(f -> f.middle() || f.share() >= COVERING || (bare && f.share() >= SEEN))
            .findFirst();
    return found.isEmpty()
        ? says(false, "")
        : strong(bare ? Strength.GATE : Strength.OVER, "a frame of " + found.get().what());
  }

  private Hit locked(Signs.Lock lock, boolean bare) {
    boolean missing = lock.region() >= 0 && lock.region() < FEW;
    if (!lock.stated() || (!missing && !bare)) {
      return says(false, "");
    }
    return strong(
        bare ? Strength.GATE : Strength.OVER,
        "the publisher says that it is not free, and "
            + Math.max(0, lock.region())
            + " words show");
  }

  private Hit password(Facts facts, boolean bare) {
    boolean lying = facts.over().filter(Signs.Over::password).isPresent();
    boolean shows = facts.glance().passwordField();
    if (shows && (facts.sentOn() || bare)) {
      return strong(
          Strength.GATE,
          facts.sentOn()
              ? "where the visit was sent on to: " + facts.glance().url()
              : "a visible password field, and hardly a word beside it");
    }
    return lying
        ? strong(Strength.OVER, "a password field in what lies over the page")
        : says(false, "");
  }
}
