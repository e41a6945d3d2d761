package dev.affiant.policy.rules;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.policy.Decision;
import dev.affiant.policy.Effect;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Policy;
import dev.affiant.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table of decisions, and what holds of it as a whole. */
class CasesTest {
  /** They decide on erasures, which the table does not hold: see EraseStoryTest. */
  private static final Set<String> OF_ERASURE = Set.of("DSR-3", "RET-2");

  private final List<Situations.Line> table = Situations.all();

  @Test
  void theTableIsLongEnough() {
    assertTrue(table.size() >= 200, table.size() + " lines");
  }

  @Test
  void everyLineIsDecidedAsItSays() {
    assertAll(table.stream().map(line -> () -> check(line)));
  }

  private static void check(Situations.Line line) {
    Decision decision = Situations.POLICY.judge(line.stage(), line.in(), Situations.NOW);
    assertEquals(
        line.effect() + " " + new TreeSet<>(line.rules()),
        word(decision.effect()) + " " + deciding(decision),
        line.about() + " " + decision.grounds());
  }

  private static String word(Effect effect) {
    return effect == Effect.PERMIT_WITH_CONDITIONS ? "LIMIT" : effect.name();
  }

  private static Set<String> deciding(Decision decision) {
    Set<String> rules = new TreeSet<>();
    if (decision.effect() != Effect.PERMIT) {
      decision.grounds().stream()
          .filter(g -> g.effect() == decision.effect())
          .map(Ground::rule)
          .forEach(rules::add);
    }
    return rules;
  }

  @Test
  void everyRuleHasACaseInWhichItAloneDecides() {
    List<String> without = new ArrayList<>();
    for (Rule rule : Situations.POLICY.rules()) {
      boolean decides = table.stream().anyMatch(line -> alone(rule, line));
      if (!decides && !OF_ERASURE.contains(rule.id())) {
        without.add(rule.id());
      }
    }
    assertEquals(List.of(), without);
  }

  /** Whether the decision would be another without this rule. */
  private static boolean alone(Rule rule, Situations.Line line) {
    Policy policy = Situations.POLICY;
    Decision all = policy.judge(line.stage(), line.in(), Situations.NOW);
    List<Ground> rest = all.grounds().stream().filter(g -> !g.rule().equals(rule.id())).toList();
    Effect without = rest.isEmpty() ? Effect.REFUSE : rest.get(0).effect();
    boolean sameDuties =
        new Decision(line.stage(), without, rest, Situations.NOW)
            .conditions()
            .equals(all.conditions());
    return without != all.effect() || (!all.refuses() && !sameDuties);
  }
}
