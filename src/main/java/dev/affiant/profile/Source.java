package dev.affiant.profile;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a value is looked for in what was kept, and what is made of what is found there.
 *
 * @param kind which kind of place
 * @param in which artifact: {@code rendered} or {@code response}
 * @param at the place: a selector, a name, a path, as the kind has it
 * @param path where in JSON, as RFC 9535 has it; empty elsewhere
 * @param all whether every match counts, not the first alone
 * @param transforms applied from left to right
 */
public record Source(
    Kind kind, String in, String at, String path, boolean all, List<Transform> transforms) {
  private static final Pattern GROUP = Pattern.compile("\\{([a-z][A-Za-z0-9]{0,30})\\}");

  public Source {
    transforms = List.copyOf(transforms);
  }

  /** The same, of which every match counts. */
  Source every() {
    return new Source(kind, in, at, path, true, transforms);
  }

  /** The same at another place. */
  public Source at(String other, String otherPath) {
    return new Source(kind, in, other, otherPath, all, transforms);
  }

  /** The groups of the address that a text names in braces: {@code a[href*="{id}"]}. */
  public static Set<String> groups(String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = GROUP.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** Kinds of places. */
  public enum Kind {
    /** Elements that a selector finds. */
    CSS,
    /** A meta element's content, by name or property. */
    META,
    /** Structured data (JSON-LD) of a type; {@code *} is any. */
    JSONLD,
    /** JSON that a script element holds, by selector. */
    SCRIPT,
    /** JSON that a script assigns to a name. */
    ASSIGN,
    /** JSON in a string that a script gives to JSON.parse for a name. */
    CALL,
    /** Every object in the page's JSON that has this key, wherever it stands. */
    FIND,
    /** A group of the address's form. */
    GROUP,
    /** A header of the main answer. */
    HEADER,
    /** The address that was visited. */
    URL,
    /** A constant. */
    CONST,
    /** Another field. */
    REF,
    /** The moment in an id: scheme in {@code at}, the field that holds the id in {@code path}. */
    ID_TIME
  }
}
