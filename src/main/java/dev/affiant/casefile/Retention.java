package dev.affiant.casefile;

import java.util.regex.Pattern;

/**
 * How long evidence of a case is kept, as it is written: {@code close+P6Y} for six years from the
 * case's close, {@code P90D} for ninety days from the capture.
 *
 * <p>Source: ISO 8601 durations, whole years, months or days.
 */
final class Retention {
  static final String CLOSE_AND_SIX = "close+P6Y";
  static final String DAYS_90 = "P90D";
  private static final Pattern FORM = Pattern.compile("(close\\+)?P[1-9][0-9]{0,4}[YMD]");

  private Retention() {}

  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }
}
