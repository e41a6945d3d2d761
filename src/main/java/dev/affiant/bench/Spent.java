package dev.affiant.bench;

import java.util.OptionalDouble;

/**
 * What a command took.
 *
 * @param wall from start to exit, ms
 * @param cpu of it and all that was waited for under it, ms; not every system tells
 * @param code its exit code
 * @param out what it answered
 * @param err what it complained of
 */
record Spent(double wall, OptionalDouble cpu, int code, String out, String err) {

  /**
   * This, if it ended well.
   *
   * @throws NoFigure if not
   */
  Spent well(String what) {
    if (code != 0) {
      String why = err.strip().lines().reduce((a, b) -> b).orElse("");
      throw new NoFigure(what + " ended with " + code + (why.isEmpty() ? "" : ": " + why));
    }
    return this;
  }
}
