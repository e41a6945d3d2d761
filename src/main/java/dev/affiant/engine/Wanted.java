package dev.affiant.engine;

import java.util.List;

/**
 * What a page is searched for when gates are to be told.
 *
 * @param selectors of elements; each finding names one by its place here
 * @param data places in JSON that script elements hold; each value is named by its place here
 */
public record Wanted(List<String> selectors, List<Datum> data) {
  public static final Wanted NOTHING = new Wanted(List.of(), List.of());

  public Wanted {
    selectors = List.copyOf(selectors);
    data = List.copyOf(data);
  }

  /** A place in JSON: which script element, by selector, and the names on the way. */
  public record Datum(String script, List<String> path) {
    public Datum {
      path = List.copyOf(path);
    }
  }
}
