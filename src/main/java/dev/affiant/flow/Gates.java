package dev.affiant.flow;

import dev.affiant.engine.Signs;
import dev.affiant.engine.Wanted;
import dev.affiant.evidence.Access;
import dev.affiant.evidence.Yaml;
import dev.affiant.flow.GateSignal.Hit;
import dev.affiant.flow.GateSignal.Strength;
import dev.affiant.profile.GateRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What stands between the public and a page, and how it is told: the signals of {@code
 * profiles/gates.yaml}, and the order in which gates go before one another.
 *
 * <p>Known limits: only the page's own document is looked at, and the texts are those of eight
 * languages. A login form that is all there is of a page is taken for a wall, on a page that was
 * made to catch passwords, too.
 */
public final class Gates {
  /** The first that is found is the gate; what comes before explains what comes after. */
  private static final List<Access> PRECEDENCE =
      List.of(
          Access.BOT_CHECK,
          Access.RATE_LIMITED,
          Access.CONSENT_WALL,
          Access.PRIVATE_ACCOUNT,
          Access.SUSPENDED,
          Access.REMOVED,
          Access.NOT_FOUND,
          Access.GEO_BLOCKED,
          Access.AGE_GATE,
          Access.PAYWALL,
          Access.LOGIN_WALL,
          Access.FORBIDDEN);

  private final List<GateSignal> signals;
  private final Wanted wanted;
  private final int most;

  private Gates(List<GateRule> rules, int most) {
    List<GateSignal> all = new ArrayList<>();
    List<String> selectors = new ArrayList<>();
    List<Wanted.Datum> data = new ArrayList<>();
    for (GateRule rule : rules) {
      List<Integer> ownSelectors = new ArrayList<>();
      List<Integer> ownData = new ArrayList<>();
      rule.selectors().forEach(css -> ownSelectors.add(placed(selectors, css)));
      rule.data().forEach(d -> ownData.add(placed(data, new Wanted.Datum(d.script(), d.path()))));
      all.add(new GateSignal(rule, ownSelectors, ownData));
    }
    this.signals = List.copyOf(all);
    this.wanted = new Wanted(selectors, data);
    this.most = most;
  }

  private static <T> int placed(List<T> all, T one) {
    int at = all.indexOf(one);
    if (at < 0) {
      all.add(one);
    }
    return at < 0 ? all.size() - 1 : at;
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException naming file and line
   */
  public static Gates read(String file, byte[] bytes) {
    Yaml yaml =
        Yaml.read(file, bytes).only(Set.of("apiVersion", "kind", "about", "short", "signals"));
    if (!yaml.text("kind").equals("Gates")) {
      throw yaml.need("kind").wrong("kind is Gates");
    }
    List<GateRule> rules = yaml.list("signals").stream().map(GateRule::read).toList();
    return new Gates(rules, (int) yaml.need("short").number());
  }

  /** The same, and a platform's own. */
  Gates with(List<GateRule> more) {
    List<GateRule> all = new ArrayList<>(more);
    signals.forEach(s -> all.add(s.rule()));
    return new Gates(all, most);
  }

  /** What a page is to be searched for. */
  Wanted wanted() {
    return wanted;
  }

  /** The selectors of a gate's boxes that show. */
  List<String> boxes(Access gate, Signs signs) {
    List<Integer> showing = signs.marks().stream().map(Signs.Mark::index).toList();
    return signals.stream()
        .filter(s -> s.gate() == gate)
        .flatMap(s -> s.selectors().stream())
        .filter(showing::contains)
        .map(wanted.selectors()::get)
        .toList();
  }

  /** Every signal that says something of this page, gates first, in the order of precedence. */
  List<Hit> hits(Facts facts) {
    return signals.stream()
        .map(s -> s.of(facts, most))
        .filter(h -> h.strength() != Strength.NONE)
        .sorted(
            Comparator.comparing(Hit::strength)
                .reversed()
                .thenComparing(h -> PRECEDENCE.indexOf(h.signal().gate())))
        .toList();
  }
}
