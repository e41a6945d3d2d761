package dev.affiant.policy;

import dev.affiant.evidence.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** All rules of a policy, asked together: the strictest wins, and silence is a refusal. */
final class Rules {
  static final String SILENCE = "POLICY";

  private final List<Rule> rules;

  /** These rules, which must hold every one that may never be missing, each once. */
  Rules(List<Rule> rules, Set<String> never) {
    List<String> ids = rules.stream().map(Rule::id).toList();
    List<String> absent = never.stream().filter(id -> !ids.contains(id)).sorted().toList();
    if (!absent.isEmpty()) {
      throw new IllegalArgumentException("a policy cannot be without " + absent);
    }
    if (Set.copyOf(ids).size() != ids.size()) {
      throw new IllegalArgumentException("two rules bear one id: " + ids);
    }
    this.rules = List.copyOf(rules);
  }

  List<Rule> all() {
    return rules;
  }

  void each(Consumer<Rule> act) {
    rules.forEach(act);
  }

  /** What every rule says of these inputs at this stage; never empty. */
  List<Ground> judge(Stage stage, Inputs in) {
    return ask(rule -> judge(rule, stage, in));
  }

  /** What every rule that speaks says, with what it asked for; the strictest first. */
  List<Account> explain(Stage stage, Inputs in) {
    List<Account> all = new ArrayList<>();
    for (Rule rule : rules) {
      Set<String> asked = new LinkedHashSet<>();
      judge(rule, stage, in.watched(asked::add))
          .ifPresent(g -> all.add(new Account(g, rule.source(), bend(rule), List.copyOf(asked))));
    }
    all.sort(
        Comparator.comparing((Account a) -> a.ground().effect())
            .reversed()
            .thenComparing(a -> a.ground().rule()));
    return all;
  }

  private static Bend bend(Rule rule) {
    return Policy.NEVER.contains(rule.id()) ? Bend.NEVER : rule.bend();
  }

  /** What a rule cannot tell for want of an input is forbidden. */
  private static Optional<Ground> judge(Rule rule, Stage stage, Inputs in) {
    Optional<Ground> ground;
    try {
      ground = rule.judge(stage, in);
    } catch (IllegalArgumentException unknown) {
      return Optional.of(
          Ground.refuses(rule.id(), "it cannot be decided: " + unknown.getMessage(), ""));
    }
    return ground.map(g -> g.refuses() ? Overrides.apply(rule, g, in) : g);
  }

  /** What every rule that speaks says, the strictest first; never empty. */
  List<Ground> ask(Function<Rule, Optional<Ground>> question) {
    List<Ground> grounds = new ArrayList<>();
    for (Rule rule : rules) {
      question.apply(rule).ifPresent(grounds::add);
    }
    if (grounds.isEmpty()) {
      grounds.add(Ground.refuses(SILENCE, "no rule speaks on this", ""));
    }
    grounds.sort(Comparator.comparing(Ground::effect).reversed().thenComparing(Ground::rule));
    return grounds;
  }

  /** The first refusal, if any rule refuses. */
  Optional<Ground> denial(Function<Rule, Optional<Ground>> question) {
    return ask(question).stream().filter(Ground::refuses).findFirst();
  }

  /** The rule that withholds each role that is withheld; what cannot be told is withheld. */
  Map<Role, String> withheld(Inputs in) {
    Map<Role, String> withheld = new LinkedHashMap<>();
    for (Rule rule : rules) {
      withholds(rule, in).forEach(role -> withheld.putIfAbsent(role, rule.id()));
    }
    return withheld;
  }

  private static Set<Role> withholds(Rule rule, Inputs in) {
    try {
      return rule.withholds(in);
    } catch (IllegalArgumentException unknown) {
      return Set.of(Role.values());
    }
  }

  /** The strictest limits, if any rule sets some. */
  Optional<Limits> limits(Function<Rule, Optional<Limits>> question) {
    return rules.stream().flatMap(r -> question.apply(r).stream()).reduce(Limits::and);
  }
}
