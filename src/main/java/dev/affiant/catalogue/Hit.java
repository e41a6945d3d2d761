package dev.affiant.catalogue;

import java.util.List;

/**
 * A capture that has what was searched.
 *
 * @param snippets where, in the page's own words; hostile like every word of a page
 * @param total how many captures have it
 */
public record Hit(CaptureRow capture, List<Snippet> snippets, long total) {
  public Hit {
    snippets = List.copyOf(snippets);
  }

  /** A piece of text with what was found in the middle. */
  public record Snippet(String before, String found, String after) {}
}
