package dev.affiant.bench;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that some figures need and that a machine may lack.
 *
 * @param why it is not there, when it is not; else empty
 */
public record Part<T>(Optional<T> there, String why) {
  public static <T> Part<T> of(T thing) {
    return new Part<>(Optional.of(thing), "");
  }

  public static <T> Part<T> missing(String why) {
    return new Part<>(Optional.empty(), why);
  }

  /**
   * It, or the end of the figure.
   *
   * @throws NoFigure if it is not there
   */
  T need() {
    return there.orElseThrow((Supplier<NoFigure>) () -> new NoFigure(why));
  }
}
