package dev.affiant.extract;

import dev.affiant.evidence.Yaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one language writes numbers, dates and times past. From {@code profiles/locales.yaml}, never
 * from the machine, so that a reading is the same everywhere.
 *
 * @param units words for units of time, in lower case
 */
record Tongue(
    String decimal,
    List<String> groups,
    Map<String, Long> scales,
    Map<String, Integer> months,
    Map<String, Span> units,
    Set<String> one,
    List<String> now,
    List<String> today,
    List<String> yesterday,
    List<String> am,
    List<String> pm) {

  /** A unit of time. */
  enum Span {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR
  }

  static Tongue read(Yaml yaml) {
    yaml.only(
        Set.of(
            "decimal",
            "group",
            "scale",
            "months",
            "short",
            "also",
            "units",
            "one",
            "now",
            "today",
            "yesterday",
            "am",
            "pm"));
    Map<String, Long> scales = new LinkedHashMap<>();
    yaml.need("scale").fields().forEach((word, value) -> scales.put(word, value.number()));
    return new Tongue(
        yaml.node().path("decimal").asString(),
        yaml.texts("group"),
        scales,
        months(yaml),
        units(yaml),
        Set.copyOf(yaml.texts("one")),
        yaml.texts("now"),
        yaml.texts("today"),
        yaml.texts("yesterday"),
        yaml.texts("am"),
        yaml.texts("pm"));
  }

  private static Map<String, Integer> months(Yaml yaml) {
    Map<String, Integer> months = new HashMap<>();
    for (String name : List.of("months", "short")) {
      List<String> names = yaml.texts(name);
      for (int i = 0; i < names.size(); i++) {
        months.putIfAbsent(names.get(i), i + 1);
      }
    }
    yaml.need("also").fields().forEach((word, value) -> months.put(word, (int) value.number()));
    return months;
  }

  private static Map<String, Span> units(Yaml yaml) {
    Map<String, Span> units = new HashMap<>();
    yaml.need("units")
        .fields()
        .forEach(
            (name, value) -> {
              Span span = Span.valueOf(name.toUpperCase(Locale.ROOT));
              value.elements().forEach(word -> units.put(word.node().asString(), span));
            });
    return units;
  }

  /** The longest of these words that a text begins with. */
  static Optional<String> longest(Iterable<String> words, String text) {
    String best = "";
    for (String word : words) {
      if (word.length() > best.length() && text.startsWith(word)) {
        best = word;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** Western digits for those of any script, one kind of space, lower case. */
  static String plain(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
              if (digit >= 0) {
                out.append((char) ('0' + digit));
              } else if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
                out.append(' ');
              } else if (Character.getType(c) != Character.FORMAT) {
                out.appendCodePoint(c);
              }
            });
    return out.toString().toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll(" +", " ").strip();
  }

  /** Words and numbers of a text, in order. */
  static List<String> tokens(String plain) {
    List<String> all = new ArrayList<>();
    int from = 0;
    while (from < plain.length()) {
      int c = plain.codePointAt(from);
      int to = from + Character.charCount(c);
      boolean digit = Character.isDigit(c);
      if (digit || Character.isLetter(c)) {
        while (to < plain.length() && sameKind(plain.codePointAt(to), digit)) {
          to += Character.charCount(plain.codePointAt(to));
        }
        all.add(plain.substring(from, to));
      }
      from = to;
    }
    return all;
  }

  private static boolean sameKind(int c, boolean digit) {
    return digit
        ? Character.isDigit(c)
        : Character.isLetter(c)
            || Character.getType(c) == Character.NON_SPACING_MARK
            || Character.getType(c) == Character.COMBINING_SPACING_MARK
            || c == '\'';
  }
}
