package dev.affiant.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * What is asked of the bench.
 *
 * @param only names of figures, or none for all
 * @param rounds how many turns each side has
 * @param quick whether small amounts will do: two pages, a small store
 * @param place an empty directory for the stores; whoever gave it removes it
 */
public record Wanted(List<String> only, int rounds, boolean quick, Path place) {
  public Wanted {
    only = List.copyOf(only);
  }

  boolean wants(String name) {
    return only.isEmpty() || only.contains(name);
  }
}
