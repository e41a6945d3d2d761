package dev.affiant.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * The one place where strings that a page controls become harmless for the eyes and programs they
 * are meant for. What cannot be shown is shown as its code point, so that nothing vanishes:
 *
 * <pre>line("a\u001b[31mb\u202Ec") = a\\u{1b}[31mb\\u{202e}c</pre>
 *
 * <p>Exact values are in the JSON and in the sealed bytes. HTML has its own escaping in the
 * templates, on top of {@link #line} or {@link #text}.
 */
public final class Harmless {
  private static final int MOST_MARKS = 4;
  private static final int LONGEST_NAME = 120;

  /** What begins a formula, in the forms for narrow and for wide scripts. */
  private static final String FORMULA = "=+-@＝＋－＠";

  /** Names that Windows gives to devices. */
  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
          "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

  private Harmless() {}

  /** One line for a terminal or a table cell: no control or direction character is left in it. */
  public static String line(String hostile) {
    return shown(hostile, false);
  }

  /** The same for running text: line feeds stay. */
  public static String text(String hostile) {
    return shown(hostile.replace("\r\n", "\n"), true);
  }

  /** One line of at most so many columns, with an ellipsis in the middle of what is longer. */
  public static String line(String hostile, int columns) {
    // what lies beyond can never be shown, and 10 MB titles exist
    String some = Columns.ends(hostile, 4 * columns + 64);
    return Columns.cut(line(some), columns);
  }

  /** JSON text in which no character can act on a terminal; as JSON it means the same. */
  public static String json(String json) {
    StringBuilder out = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean high = Character.isHighSurrogate(c) && i + 1 < json.length();
      int point = high ? json.codePointAt(i) : c;
      if (!dangerous(point)) {
        out.appendCodePoint(point);
      } else if (c < 0x20) {
        // white space between JSON's tokens; Jackson has escaped every other
        out.append(c == '\n' || c == '\t' ? c : ' ');
      } else {
        for (char unit : Character.toChars(point)) {
          out.append("\\u%04x".formatted((int) unit));
        }
      }
      i += Character.charCount(point) - 1;
    }
    return out.toString();
  }

  /** A field of a CSV file, quoted, that no spreadsheet takes for a formula. */
  public static String csv(String hostile) {
    String clean = text(hostile);
    String begins = clean.stripLeading();
    boolean formula = !begins.isEmpty() && FORMULA.indexOf(begins.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + clean.replace("\"", "\"\"") + '"';
  }

  /** A file name: one component, portable, neither hidden nor an option, at most 120 bytes. */
  public static String fileName(String hostile) {
    StringBuilder out = new StringBuilder();
    int bytes = 0;
    for (int point : hostile.codePoints().limit(LONGEST_NAME).toArray()) {
      boolean kept = Character.isLetterOrDigit(point) || "._-".indexOf(point) >= 0;
      String one = kept ? Character.toString(point) : "_";
      bytes += one.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > LONGEST_NAME - 1) {
        break;
      }
      out.append(one);
    }
    return presentable(out.toString());
  }

  /** One word for a POSIX shell, quoted where it has to be, and no option. */
  public static String shellWord(String path) {
    String word = path.startsWith("-") ? "./" + path : path;
    boolean plain = !word.isEmpty() && word.chars().allMatch(Harmless::plain);
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static boolean plain(int c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || "_-./:@%+=,".indexOf(c) >= 0);
  }

  private static String presentable(String name) {
    String stem = name.split("\\.", 2)[0].toLowerCase(Locale.ROOT);
    if (name.isEmpty() || ".-".indexOf(name.charAt(0)) >= 0 || DEVICES.contains(stem)) {
      name = "_" + name;
    }
    // Windows drops dots at the end of a name
    return name.endsWith(".") ? name.substring(0, name.length() - 1) + "_" : name;
  }

  private static String shown(String hostile, boolean breaks) {
    StringBuilder out = new StringBuilder(hostile.length());
    int marks = 0;
    for (int point : hostile.codePoints().toArray()) {
      marks = Columns.of(point) == 0 ? marks + 1 : 0;
      boolean kept = breaks && point == '\n';
      if (kept || (!dangerous(point) && marks <= MOST_MARKS)) {
        out.appendCodePoint(point);
      } else {
        out.append("\\u{").append(Integer.toHexString(point)).append('}');
      }
    }
    return out.toString();
  }

  /** What acts on the reader's machine or eye instead of being read. */
  static boolean dangerous(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      case Character.FORMAT -> !isWriting(point);
      default -> false;
    };
  }

  /** Format characters that scripts need: the joiners, and the signs that enclose numbers. */
  private static boolean isWriting(int point) {
    return point == 0x200C
        || point == 0x200D
        || (point >= 0x600 && point <= 0x605)
        || point == 0x6DD
        || point == 0x70F
        || point == 0x8E2
        || point == 0x110BD;
  }
}
