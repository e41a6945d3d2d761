package dev.affiant.engine;

import java.time.Instant;

/**
 * Something that the page or the browser did by itself: a console line, a dialog, a pop-up, a
 * download, a refused service worker, a crash.
 *
 * @param kind {@code console}, which the page wrote; {@code browser}, which the browser wrote about
 *     the page; {@code exception}, {@code dialog}, {@code popup}, {@code download}, {@code
 *     service-worker}, {@code crash}
 * @param level {@code log}, {@code warning}, {@code error}; else empty
 * @param text the page's words, cut at 10,000 characters
 * @param url where, or empty
 */
public record Notice(Instant at, String kind, String level, String text, String url) {
  /** The kind of the browser's own lines. */
  public static final String BROWSER = "browser";
}
