package dev.affiant.casefile;

/**
 * How the page is looked at: what its scripts and its server can tell of the witness.
 *
 * @param locale as in {@code en-GB}
 * @param timezone as in {@code UTC} or {@code Europe/London}
 * @param width of the viewport, in CSS pixels
 * @param height of the viewport, in CSS pixels
 * @param scale device pixels for one CSS pixel
 */
public record ViewingConditions(
    String locale, String timezone, int width, int height, double scale) {
  public static final ViewingConditions DEFAULT =
      new ViewingConditions("en-GB", "UTC", 1280, 1600, 1.0);
}
