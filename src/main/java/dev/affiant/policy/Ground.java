package dev.affiant.policy;

/**
 * What one rule says: its id, its effect, and the words that a person can act on.
 *
 * @param rule as in {@code NET-2}
 * @param why as in {@code 10.1.2.3 is a private address}
 * @param remedy what would change it, or empty
 */
public record Ground(String rule, Effect effect, String why, String remedy) {

  /** The rule has nothing against it. */
  public static Ground permits(String rule, String why) {
    return new Ground(rule, Effect.PERMIT, why, "");
  }

  /** The rule permits it as far as the words say. */
  public static Ground limits(String rule, String why) {
    return new Ground(rule, Effect.PERMIT_WITH_CONDITIONS, why, "");
  }

  /** The rule forbids it. */
  public static Ground refuses(String rule, String why, String remedy) {
    return new Ground(rule, Effect.REFUSE, why, remedy);
  }

  public boolean refuses() {
    return effect == Effect.REFUSE;
  }
}
