package dev.affiant.engine;

import dev.affiant.evidence.Rect;
import java.util.List;

/**
 * Every visible word with its box, in reading order, and the visible text as a person would read
 * it.
 *
 * @param cut why not all words are here, or empty
 */
public record Words(Sheet sheet, List<Word> words, String text, String cut) {
  public Words {
    words = List.copyOf(words);
  }

  /**
   * What the boxes are measured on.
   *
   * @param width of the whole page in CSS pixels
   * @param height of the whole page in CSS pixels
   * @param viewportWidth in CSS pixels
   * @param viewportHeight in CSS pixels
   * @param scale device pixels for one CSS pixel
   */
  public record Sheet(
      double width, double height, int viewportWidth, int viewportHeight, double scale) {}

  /**
   * One word.
   *
   * @param line words of one line of text share a number
   * @param frame the frame's path, {@code 0} for the page; boxes are in page pixels all the same
   * @param direction {@code ltr} or {@code rtl}
   * @param lang the language that the page states for it, or empty
   */
  public record Word(
      String text, Rect box, int line, int order, String frame, String direction, String lang) {}
}
