package dev.affiant.profile;

import dev.affiant.evidence.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/**
 * Reads CSS selectors and refuses what does not compile. A live one runs in a browser; one for
 * reading runs in Jsoup, which knows some more.
 */
final class Selectors {
  private static final int LONGEST = 500;
  private static final int MOST = 20;

  /** What only Jsoup knows. */
  private static final Pattern JSOUP =
      Pattern.compile(
          ":(?:contains|containsOwn|containsData|containsWholeText|containsWholeOwnText|matches"
              + "|matchesOwn|matchesWholeText|matchesWholeOwnText|eq|lt|gt|matchText)\\b|\\[\\^|~=\\(|!=");

  private Selectors() {}

  /** The selectors of this name: one text, or a list; none if there is no such name. */
  static List<String> live(Yaml yaml, String name) {
    if (!yaml.has(name)) {
      return List.of();
    }
    Yaml value = yaml.need(name);
    if (!value.node().isArray()) {
      return List.of(live(value));
    }
    List<String> all = new ArrayList<>();
    yaml.list(name).forEach(one -> all.add(live(one)));
    if (all.isEmpty() || all.size() > MOST) {
      throw value.wrong(name + " is a selector, or a list of 1 to " + MOST);
    }
    return all;
  }

  /** A selector for the browser. */
  static String live(Yaml value) {
    String css = offline(value, value.node().asString(""));
    Matcher only = JSOUP.matcher(css);
    if (only.find()) {
      throw value.wrong("no browser knows the selector " + only.group());
    }
    return css;
  }

  /** A selector for reading what was kept. */
  static String offline(Yaml at, String css) {
    if (css.isBlank() || css.length() > LONGEST) {
      throw at.wrong("a selector has 1 to " + LONGEST + " characters");
    }
    try {
      QueryParser.parse(css.startsWith("=") ? "script" : css);
      return css.strip();
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      throw at.wrong("the selector does not compile: " + e.getMessage());
    }
  }
}
