package dev.affiant.extract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * A number of things as a page shows it: never more exact than what was shown.
 *
 * <pre>
 * 1,234 → 1234 to 1234     1.2K → 1150 to 1249     3.4万 → 33500 to 34499
 * </pre>
 */
public record Count(long least, long most) {

  /** Reads the first number in a text, as this language writes it; nothing if there is none. */
  static Optional<Count> read(String shown, Tongue tongue) {
    String text = Tongue.plain(shown);
    int from = 0;
    while (from < text.length() && !Character.isDigit(text.charAt(from))) {
      from++;
    }
    int to = from;
    StringBuilder digits = new StringBuilder();
    int decimals = -1;
    while (to < text.length()) {
      char c = text.charAt(to);
      if (Character.isDigit(c)) {
        digits.append(c);
        decimals = decimals < 0 ? -1 : decimals + 1;
      } else if (decimals < 0 && groups(text, to, tongue)) {
        // a separator of thousands
      } else if (decimals < 0 && isDecimal(text, to, tongue)) {
        decimals = 0;
      } else {
        break;
      }
      to++;
    }
    if (digits.length() == 0 || digits.length() > 18) {
      return Optional.empty();
    }
    return Optional.of(
        of(digits.toString(), Math.max(0, decimals), scale(text.substring(to), tongue)));
  }

  /** A separator has three digits after it, or two and then another group, as in 1,20,000. */
  private static boolean groups(String text, int at, Tongue tongue) {
    String c = text.substring(at, at + 1);
    if (!tongue.groups().contains(c)) {
      return false;
    }
    int run = run(text, at + 1);
    boolean more = at + 1 + run < text.length() && text.substring(at + 1 + run).startsWith(c);
    return run == 3 || (run == 2 && more && c.equals(","));
  }

  private static boolean isDecimal(String text, int at, Tongue tongue) {
    String c = text.substring(at, at + 1);
    boolean separator = c.equals(tongue.decimal()) || c.equals(".") || c.equals(",");
    return separator && run(text, at + 1) > 0 && !groups(text, at, tongue);
  }

  private static int run(String text, int from) {
    int to = from;
    while (to < text.length() && Character.isDigit(text.charAt(to))) {
      to++;
    }
    return to - from;
  }

  private static long scale(String rest, Tongue tongue) {
    String word = rest.stripLeading();
    Optional<String> found = Tongue.longest(tongue.scales().keySet(), word);
    if (found.isEmpty()) {
      return 1;
    }
    String after = word.substring(found.get().length());
    boolean whole =
        after.isEmpty() || !Character.isLetter(after.codePointAt(0)) || wide(found.get());
    return whole ? value(tongue.scales(), found.get()) : 1;
  }

  private static boolean wide(String word) {
    return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN
        || Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HANGUL;
  }

  private static long value(Map<String, Long> scales, String word) {
    return scales.getOrDefault(word, 1L);
  }

  private static Count of(String digits, int decimals, long scale) {
    BigDecimal shown =
        new BigDecimal(digits).movePointLeft(decimals).multiply(BigDecimal.valueOf(scale));
    if (scale == 1) {
      return new Count(
          shown.setScale(0, RoundingMode.FLOOR).longValueExact(),
          shown.setScale(0, RoundingMode.CEILING).longValueExact());
    }
    BigDecimal half =
        BigDecimal.valueOf(scale).movePointLeft(decimals).divide(BigDecimal.valueOf(2));
    long least = shown.subtract(half).setScale(0, RoundingMode.CEILING).longValue();
    long most = shown.add(half).setScale(0, RoundingMode.CEILING).longValue() - 1;
    return new Count(Math.max(0, least), Math.max(least, most));
  }
}
