package dev.affiant.extract;

import dev.affiant.extract.Moment.Precision;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads dates by a pattern with the letters of {@link java.time.format.DateTimeFormatter}: {@code d
 * M MMM u H h m s a}; names of months and halves of the day from our own table. {@code E} passes
 * over a word; whatever else is not a letter, or stands in single quotes, has to stand there, where
 * spaces are as good as any and a month's name may have its dot.
 */
final class DatePattern {
  /** A local time and how exact it is. */
  record Read(LocalDateTime time, Precision precision) {}

  private enum Part {
    YEAR,
    MONTH,
    DAY,
    HOUR,
    HALF,
    MINUTE,
    SECOND
  }

  private final Tongue tongue;
  private final String text;
  private int at;
  private final Map<Part, Integer> parts = new EnumMap<>(Part.class);

  private DatePattern(String text, Tongue tongue) {
    this.text = text;
    this.tongue = tongue;
  }

  /** What a text says by this pattern, if all of it is said so. */
  static Optional<Read> read(String pattern, String shown, Tongue tongue) {
    DatePattern reading = new DatePattern(Tongue.plain(shown), tongue);
    try {
      return reading.follows(pattern) ? Optional.of(reading.made()) : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private boolean follows(String pattern) {
    for (int i = 0; i < pattern.length(); ) {
      char letter = pattern.charAt(i);
      int end = isLetter(letter) ? run(pattern, i) : quoted(pattern, i);
      boolean fine =
          isLetter(letter)
              ? letter(letter, end - i)
              : literal(pattern.substring(i, end).replace("'", ""));
      if (!fine) {
        return false;
      }
      i = end;
    }
    return at == text.length();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static int run(String pattern, int from) {
    int end = from;
    while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(from)) {
      end++;
    }
    return end;
  }

  /** The end of what is quoted from here, or of the one character. */
  private static int quoted(String pattern, int from) {
    int closing = pattern.charAt(from) == '\'' ? pattern.indexOf('\'', from + 1) : from;
    return closing < 0 ? pattern.length() : closing + 1;
  }

  private boolean literal(String literal) {
    for (char c : literal.toLowerCase(Locale.ROOT).toCharArray()) {
      if (c == ' ') {
        spaces();
      } else if (at < text.length() && text.charAt(at) == c) {
        at++;
      } else if (c != '.' || at == 0 || text.charAt(at - 1) != '.') {
        return false;
      }
    }
    return true;
  }

  private void spaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private boolean letter(char letter, int length) {
    return switch (letter) {
      case 'u', 'y' -> number(Part.YEAR, length == 2 ? 2 : 4);
      case 'M' -> length >= 3 ? month() : number(Part.MONTH, 2);
      case 'd' -> number(Part.DAY, 2);
      case 'H', 'h' -> number(Part.HOUR, 2);
      case 'm' -> number(Part.MINUTE, 2);
      case 's' -> number(Part.SECOND, 2);
      case 'a' -> half();
      case 'E' -> word();
      default -> false;
    };
  }

  private boolean number(Part part, int most) {
    int from = at;
    while (at < text.length() && at - from < most && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == from) {
      return false;
    }
    int value = Integer.parseInt(text.substring(from, at));
    parts.put(part, part == Part.YEAR && most == 2 ? 2000 + value : value);
    return true;
  }

  private boolean month() {
    Optional<String> name = Tongue.longest(tongue.months().keySet(), text.substring(at));
    if (name.isEmpty()) {
      return false;
    }
    parts.put(Part.MONTH, tongue.months().getOrDefault(name.get(), 1));
    at += name.get().length();
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
    }
    return true;
  }

  private boolean half() {
    String rest = text.substring(at);
    Optional<String> am = Tongue.longest(tongue.am(), rest);
    Optional<String> pm = Tongue.longest(tongue.pm(), rest);
    if (am.isEmpty() && pm.isEmpty()) {
      return false;
    }
    boolean later = pm.map(String::length).orElse(0) > am.map(String::length).orElse(0);
    parts.put(Part.HALF, later ? 1 : 0);
    at += (later ? pm : am).map(String::length).orElse(0);
    return true;
  }

  private boolean word() {
    int from = at;
    while (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    return at > from;
  }

  private Read made() {
    if (!parts.containsKey(Part.YEAR)) {
      throw new DateTimeException("no year");
    }
    int hour = parts.getOrDefault(Part.HOUR, 0);
    if (parts.containsKey(Part.HALF)) {
      hour = hour % 12 + 12 * parts.getOrDefault(Part.HALF, 0);
    }
    LocalDateTime time =
        LocalDateTime.of(
            parts.getOrDefault(Part.YEAR, 1970),
            parts.getOrDefault(Part.MONTH, 1),
            parts.getOrDefault(Part.DAY, 1),
            hour,
            parts.getOrDefault(Part.MINUTE, 0),
            parts.getOrDefault(Part.SECOND, 0));
    return new Read(time, precision());
  }

  private Precision precision() {
    if (parts.containsKey(Part.SECOND)) {
      return Precision.S;
    }
    if (parts.containsKey(Part.MINUTE)) {
      return Precision.MIN;
    }
    if (parts.containsKey(Part.HOUR)) {
      return Precision.HOUR;
    }
    if (parts.containsKey(Part.DAY)) {
      return Precision.DAY;
    }
    return parts.containsKey(Part.MONTH) ? Precision.MONTH : Precision.YEAR;
  }
}
