package dev.affiant.policy.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Sha256;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Effect;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Policy;
import dev.affiant.policy.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every decision, whatever the inputs, the packs and the order of the rules. */
class CasesProps {
  private static final List<Situations.Line> TABLE = Situations.all();

  @Property(tries = 2000)
  void noPackTurnsARefusalIntoAPermit(
      @ForAll("lines") Situations.Line line, @ForAll("packs") List<Pack> some) {
    Effect before = decide(Situations.POLICY, line.stage(), line.in()).effect();
    Inputs under = under(line.in(), some);
    Effect after = decide(Situations.POLICY, line.stage(), under).effect();
    if (before == Effect.REFUSE) {
      assertEquals(Effect.REFUSE, after, line.about() + " under " + some);
    }
    assertTrue(
        after.compareTo(before) >= 0 || before == Effect.REFUSE, line.about() + " under " + some);
  }

  @Example
  void takingAnInputAwayNeverTurnsARefusalIntoAPermit() {
    for (Situations.Line line : TABLE) {
      if (decide(Situations.POLICY, line.stage(), line.in()).refuses()) {
        for (String name : line.in().names()) {
          Decision without = decide(Situations.POLICY, line.stage(), line.in().without(name));
          assertTrue(without.refuses(), line.about() + " without " + name);
        }
      }
    }
  }

  @Property(tries = 300)
  void theOrderOfTheRulesDecidesNothing(@ForAll("lines") Situations.Line line, @ForAll long seed) {
    List<Rule> shuffled = new ArrayList<>(Situations.POLICY.rules());
    Collections.shuffle(shuffled, new Random(seed));
    Policy other = new Policy(shuffled, Situations.CLOCK);
    assertTrue(
        decide(Situations.POLICY, line.stage(), line.in())
            .same(decide(other, line.stage(), line.in())));
  }

  @Property
  void packsCombineInAnyOrderAndGrouping(
      @ForAll("packs") List<Pack> some, @ForAll("packs") List<Pack> more) {
    List<Pack> ahead = new ArrayList<>(some);
    ahead.addAll(more);
    List<Pack> back = new ArrayList<>(more);
    back.addAll(some);
    assertEquals(Packs.numbers(ahead), Packs.numbers(back));
    Inputs one = under(under(ordinary(), some), more);
    Inputs other = under(ordinary(), back);
    assertEquals(other.fact(Param.INPUT), one.fact(Param.INPUT));
  }

  @Property
  void inputsAreTheSameHoweverTheyWerePut(
      @ForAll("lines") Situations.Line line, @ForAll long seed) {
    List<String> names = new ArrayList<>(line.in().names());
    Collections.shuffle(names, new Random(seed));
    Inputs.Draft draft = Inputs.NONE.draft();
    names.forEach(name -> draft.put(name, line.in().fact(name)));
    assertEquals(line.in().hash(), draft.done().hash());
    assertEquals(line.in(), Inputs.of(line.in().json()));
  }

  private static Decision decide(Policy policy, dev.affiant.policy.Stage stage, Inputs in) {
    return policy.judge(stage, in, Situations.NOW);
  }

  private static Inputs ordinary() {
    return Situations.ordinary(dev.affiant.policy.Stage.PLAN, "lab");
  }

  /** The same inputs with the numbers of more packs in force. */
  private static Inputs under(Inputs in, List<Pack> packs) {
    if (!in.names().contains(Param.INPUT)) {
      return in;
    }
    var numbers = Packs.numbers(packs);
    for (Param param : Param.values()) {
      long known = param.of(in);
      numbers.put(param.id(), param.stricter(known, numbers.path(param.id()).asLong()));
    }
    return in.draft().put(Param.INPUT, numbers).done();
  }

  @Provide
  Arbitrary<Situations.Line> lines() {
    return Arbitraries.of(TABLE);
  }

  @Provide
  Arbitrary<List<Pack>> packs() {
    Arbitrary<Map<Param, Long>> numbers =
        Arbitraries.maps(Arbitraries.of(Param.class), Arbitraries.longs().between(0, 100))
            .ofMaxSize(8)
            .map(CasesProps::tightened);
    return numbers
        .map(
            n ->
                new Pack(
                    "x",
                    "1",
                    LocalDate.EPOCH,
                    "a test",
                    "heard",
                    "read",
                    "not legal advice",
                    List.of(),
                    n,
                    "",
                    Sha256.of(new byte[0])))
        .list()
        .ofMaxSize(4);
  }

  private static Map<Param, Long> tightened(Map<Param, Long> any) {
    Map<Param, Long> tight = new java.util.EnumMap<>(Param.class);
    any.forEach(
        (param, value) -> {
          long most = param.isSwitch() || param == Param.REDACTED_COPIES ? 1 : value;
          tight.put(param, param.stricter(param.base(), Math.min(most, value)));
        });
    return tight;
  }
}
