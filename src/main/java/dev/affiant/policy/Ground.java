package dev.affiant.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * What one rule says: its id, its effect, and the words that a person can act on.
 *
 * @param rule as in {@code NET-2}
 * @param why as in {@code 10.1.2.3 is a private address}
 * @param remedy what would change it, or empty
 * @param conditions the duties that come with its permission; none with a refusal
 */
public record Ground(
    String rule, Effect effect, String why, String remedy, List<Condition> conditions) {

  public Ground {
    conditions = List.copyOf(conditions);
  }

  /** One without conditions. */
  public Ground(String rule, Effect effect, String why, String remedy) {
    this(rule, effect, why, remedy, List.of());
  }

  /** The rule has nothing against it. */
  public static Ground permits(String rule, String why) {
    return new Ground(rule, Effect.PERMIT, why, "");
  }

  /** The rule permits it as far as the words say. */
  public static Ground limits(String rule, String why) {
    return new Ground(rule, Effect.PERMIT_WITH_CONDITIONS, why, "");
  }

  /** The rule permits it under these conditions. */
  public static Ground limits(String rule, String why, Condition... conditions) {
    return new Ground(rule, Effect.PERMIT_WITH_CONDITIONS, why, "", List.of(conditions));
  }

  /** The rule forbids it. */
  public static Ground refuses(String rule, String why, String remedy) {
    return new Ground(rule, Effect.REFUSE, why, remedy);
  }

  /** The same under one more condition; a refusal stays as it is. */
  public Ground under(Condition condition) {
    if (refuses()) {
      return this;
    }
    List<Condition> all = new ArrayList<>(conditions);
    all.add(condition);
    return new Ground(rule, Effect.PERMIT_WITH_CONDITIONS, why, remedy, all);
  }

  public boolean refuses() {
    return effect == Effect.REFUSE;
  }
}
