package dev.affiant.bench;

import java.util.OptionalDouble;

/**
 * What a ratio should be.
 *
 * @param floor true if it should be at least that, false if at most
 * @param value as DESIGN §8 aims at it
 * @param bound the least that must be reached, where it says one
 */
public record Aim(boolean floor, double value, OptionalDouble bound) {
  static Aim atMost(double value) {
    return new Aim(false, value, OptionalDouble.empty());
  }

  static Aim atMost(double value, double bound) {
    return new Aim(false, value, OptionalDouble.of(bound));
  }

  static Aim atLeast(double value) {
    return new Aim(true, value, OptionalDouble.empty());
  }
}
