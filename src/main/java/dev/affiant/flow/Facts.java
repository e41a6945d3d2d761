package dev.affiant.flow;

import dev.affiant.casefile.TargetUrl;
import dev.affiant.engine.Glance;
import dev.affiant.engine.Signs;
import dev.affiant.network.Exchange;
import dev.affiant.profile.GateRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the gates judge: the main answer, and what shows.
 *
 * @param sentOn whether the visit was sent on to another place, by the server or by a page
 * @param content whether something shows that only the content of such a page has
 */
record Facts(MainDocument main, boolean sentOn, boolean content, Glance glance, Signs signs) {
  private static final double LYING = 0.15;

  static Facts of(TargetUrl asked, MainDocument main, Glance glance, Signs signs) {
    boolean sentOn = main.redirected() || Sight.elsewhere(asked, glance.url());
    return new Facts(main, sentOn, false, glance, signs);
  }

  /** The same of a page on which the content that its profile names shows, or does not. */
  Facts showing(boolean shows) {
    return new Facts(main, sentOn, shows, glance, signs);
  }

  /** The same, as if what shows had been asked for under the address that it has. */
  Facts asAskedFor() {
    return new Facts(main, false, content, glance, signs);
  }

  int status() {
    return main.status();
  }

  /** What an answer's header says, in lower case. */
  Optional<String> header(String name) {
    return main.last().flatMap((Exchange e) -> e.header(name)).map(v -> v.toLowerCase(Locale.ROOT));
  }

  /** Whether the page has hardly a word beside what lies over it. */
  boolean isShort(int most) {
    int beside = glance.words() - over().map(Signs.Over::words).orElse(0);
    return signs.words() < most && beside < 3 * most;
  }

  /** What lies over the page, if it is large enough to be in the way. */
  Optional<Signs.Over> over() {
    return signs.over().filter(o -> o.share() >= LYING);
  }

  /** The lines that can say what a short page is: its title, its headings, its blocks. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(signs.headings());
    lines.add(glance.title());
    lines.addAll(signs.text().lines().toList());
    return lines.stream().map(GateRule::plain).toList();
  }

  /** The lines of what lies over the page, if it has as few words as a notice. */
  List<String> linesOver(int most) {
    return over().filter(o -> o.words() < most).stream()
        .flatMap(o -> o.text().lines())
        .map(GateRule::plain)
        .toList();
  }
}
