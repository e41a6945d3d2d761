package dev.affiant.bench;

import java.util.List;

/**
 * What a list of measurements comes to: the median and both ends.
 *
 * @param n how many there were
 */
public record Spread(double median, double least, double most, int n) {

  /**
   * The spread of these.
   *
   * @throws IllegalArgumentException if there are none
   */
  static Spread of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int n = sorted.size();
    double median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(n - 1), n);
  }
}
