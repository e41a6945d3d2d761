package dev.affiant.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the table: the same work our way and bare, and what the two come to.
 *
 * @param name of the figure: {@code cold}
 * @param of what it was measured on: {@code light}
 * @param unit of both sides: {@code ms}
 * @param ours our side
 * @param bare the other side
 * @param ratio of the turns' own ratios
 * @param parts where our side goes, in the same unit, medians, in order
 */
public record Figure(
    String name,
    String of,
    String unit,
    Spread ours,
    Spread bare,
    Spread ratio,
    Optional<Aim> aim,
    Map<String, Double> parts) {
  public Figure {
    parts = new LinkedHashMap<>(parts);
  }
}
