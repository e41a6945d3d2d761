package dev.affiant.extract;

import dev.affiant.evidence.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON that scripts of a page hold. Read by Jackson from where it begins; of what follows its end
 * nothing is read, and nothing is ever run.
 */
final class Scripts {
  /** A script that is longer is not read. */
  static final int LONGEST = 30_000_000;

  private static final int DEEPEST = 500;
  private static final int MOST_SCRIPTS = 300;
  private static final JsonMapper LENIENT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST)
                          .build())
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
                  .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                  .build())
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // a script goes on
          .build();

  private final Document page;
  private final Map<String, Optional<Held>> read = new HashMap<>();

  Scripts(Document page) {
    this.page = page;
  }

  /** A value, and the script that holds it: {@code script[3]}. */
  record Held(String script, JsonNode value) {}

  /** Every JSON of scripts that a selector finds. */
  List<Held> of(String css) {
    List<Element> found = page.select(css);
    return found.stream()
        .limit(MOST_SCRIPTS)
        .flatMap(
            e ->
                parsed(e.data().isBlank() ? e.wholeText() : e.data(), 0)
                    .map(v -> new Held(name(e), v))
                    .stream())
        .toList();
  }

  private String name(Element element) {
    return element.id().isEmpty() ? element.cssSelector() : "#" + element.id();
  }

  /** What a script assigns to a name: {@code var NAME = {…}}, {@code window["NAME"] = {…}}. */
  Optional<Held> assigned(String name) {
    return read.computeIfAbsent("=" + name, key -> find(name, false));
  }

  /** What a script hands to {@code JSON.parse("…")} for a name. */
  Optional<Held> called(String name) {
    return read.computeIfAbsent("(" + name, key -> find(name, true));
  }

  private Optional<Held> find(String name, boolean call) {
    for (Element script : page.select("script:not([src])").stream().limit(MOST_SCRIPTS).toList()) {
      String text = script.data();
      for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        int from = value(text, at, name, call);
        if (from >= 0) {
          Optional<JsonNode> value = parsed(text, from);
          Optional<JsonNode> whole =
              call ? value.filter(JsonNode::isString).flatMap(v -> parsed(v.asString(), 0)) : value;
          if (whole.isPresent()) {
            return Optional.of(new Held(name(script), whole.get()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Where the value begins that follows {@code name =}; -1 if none does. */
  private static int value(String text, int at, String name, boolean call) {
    boolean inside =
        at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '_');
    int i = at + name.length();
    while (i < text.length() && "\"'] \t\n\r".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    if (inside || i >= text.length() || text.charAt(i) != '=') {
      return -1;
    }
    i = spaces(text, i + 1);
    String start = "JSON.parse(";
    if (call) {
      return text.startsWith(start, i) ? spaces(text, i + start.length()) : -1;
    }
    return i < text.length() && "{[".indexOf(text.charAt(i)) >= 0 ? i : -1;
  }

  private static int spaces(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static Optional<JsonNode> parsed(String text, int from) {
    if (text.length() - from > LONGEST || text.length() <= from) {
      return Optional.empty();
    }
    try (JsonParser parser = LENIENT.createParser(text.substring(from))) {
      JsonNode value = LENIENT.readTree(parser);
      return Optional.ofNullable(value).filter(v -> !v.isMissingNode());
    } catch (JacksonException undefinedPerhaps) {
      return text.contains("undefined") ? withoutUndefined(text, from) : Optional.empty();
    }
  }

  /** JavaScript's {@code undefined} where a value stands reads as null. */
  private static Optional<JsonNode> withoutUndefined(String text, int from) {
    String plain =
        text.substring(from).replaceAll("([:,\\[]\\s*)undefined(?=\\s*[,}\\]])", "$1null");
    try (JsonParser parser = LENIENT.createParser(plain)) {
      return Optional.ofNullable(LENIENT.readTree(parser));
    } catch (JacksonException noJson) {
      return Optional.empty();
    }
  }

  /** Every object of the page's JSON that has this key, the script's place before its own. */
  List<Held> everything() {
    return of("script[type*=json]");
  }

  /** An empty object. */
  static JsonNode nothing() {
    return Json.object();
  }
}
