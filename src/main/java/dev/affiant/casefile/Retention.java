package dev.affiant.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
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

  /**
   * The first day on which something is no longer kept; none while it waits for the close.
   *
   * @param zone whose days these are
   */
  static Optional<LocalDate> end(
      String rule, Instant captured, Optional<Instant> closed, ZoneId zone) {
    boolean fromClose = rule.startsWith("close+");
    Period span = Period.parse(fromClose ? rule.substring("close+".length()) : rule);
    Optional<Instant> from = fromClose ? closed : Optional.of(captured);
    return from.map(at -> at.atZone(zone).toLocalDate().plus(span).plusDays(1));
  }

  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }
}
