package dev.affiant.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The turns of one figure: each has both sides, measured right after one another. */
final class Turns {
  private final List<Double> ours = new ArrayList<>();
  private final List<Double> bare = new ArrayList<>();
  private final Map<String, List<Double>> parts = new LinkedHashMap<>();

  /** One more turn. */
  void add(double our, double bareSide) {
    ours.add(our);
    bare.add(bareSide);
  }

  /** Where one turn of ours went. */
  void add(Map<String, Double> of) {
    of.forEach((part, value) -> parts.computeIfAbsent(part, p -> new ArrayList<>()).add(value));
  }

  boolean any() {
    return !ours.isEmpty();
  }

  /** Ours over bare: what is better when it is small. */
  Figure cost(String name, String of, String unit, Optional<Aim> aim) {
    return figure(name, of, unit, aim, ours, bare);
  }

  /** Bare over ours: how fast we are, measured in time. */
  Figure speed(String name, String of, String unit, Optional<Aim> aim) {
    return figure(name, of, unit, aim, bare, ours);
  }

  private Figure figure(
      String name,
      String of,
      String unit,
      Optional<Aim> aim,
      List<Double> over,
      List<Double> under) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < over.size(); i++) {
      ratios.add(over.get(i) / under.get(i));
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    parts.forEach((part, values) -> medians.put(part, Spread.of(values).median()));
    return new Figure(
        name, of, unit, Spread.of(ours), Spread.of(bare), Spread.of(ratios), aim, medians);
  }
}
