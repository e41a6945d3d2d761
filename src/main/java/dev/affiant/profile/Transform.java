package dev.affiant.profile;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that is made of a value on its way from the page to the record.
 *
 * @param kind which
 * @param argument its word: an attribute's name, a locale, a unit; empty if it takes none
 * @param pattern of {@code regex}, {@code replace} and {@code split}
 * @param map of {@code map}: from what is found to what is meant
 * @param formats of {@code datetime}
 */
public record Transform(
    Kind kind,
    String argument,
    Optional<Pattern> pattern,
    Map<String, String> map,
    List<String> formats) {
  public Transform {
    map = Map.copyOf(map);
    formats = List.copyOf(formats);
  }

  /** What can be made. */
  public enum Kind {
    TEXT("text"),
    OWN_TEXT("ownText"),
    HTML("html"),
    ATTR("attr"),
    TRIM("trim"),
    COLLAPSE("collapse"),
    NFC("nfc"),
    LOWER("lower"),
    UNESCAPE("unescape"),
    REGEX("regex"),
    REPLACE("replace"),
    SPLIT("split"),
    FIRST("first"),
    LAST("last"),
    JOIN("join"),
    UNIQUE("unique"),
    ABS("abs"),
    CANONICAL("canonical"),
    NUMBER("number"),
    DATETIME("datetime"),
    EPOCH("epoch"),
    RELATIVE("relative"),
    DURATION("duration"),
    BOOL("bool"),
    HASHTAGS("hashtags"),
    MENTIONS("mentions"),
    LINKS("links"),
    MAP("map"),
    DEFAULT("default");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As profiles write it. */
    public String word() {
      return word;
    }
  }
}
