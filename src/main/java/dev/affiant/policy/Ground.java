package dev.affiant.policy;

/**
 * What one rule says: its id, its effect, and the words that a person can act on.
 *
 * @param rule as in {@code NET-2}
 * @param why as in {@code 10.1.2.3 is a private address}
 * @param remedy what would change it, or empty
 */
public record Ground(String rule, Effect effect, String why, String remedy) {}
