package dev.affiant.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many captures of a list have which outcome and which host.
 *
 * @param hosts the most frequent first, twenty at most
 */
public record Facets(Map<String, Long> outcomes, Map<String, Long> hosts) {
  public Facets {
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
  }
}
