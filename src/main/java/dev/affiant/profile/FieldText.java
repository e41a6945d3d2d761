package dev.affiant.profile;

import com.google.re2j.Pattern;
import dev.affiant.address.IdTime;
import dev.affiant.evidence.Words;
import dev.affiant.evidence.Yaml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads what profiles say of values: {@code extract} and {@code lists}.
 *
 * <pre>
 * body:
 *   - ".detailed-status .status__content | text | nfc"            # a selector, and what is made of it
 *   - {meta: og:description, as: [nfc]}
 * </pre>
 */
final class FieldText {
  private static final int MOST_ITEMS = 5_000;
  private static final Set<String> PLACES =
      Set.of(
          "css", "meta", "jsonld", "script", "assign", "call", "find", "group", "header", "url",
          "const", "ref", "idTime");
  private static final Map<String, Transform.Kind> TRANSFORMS =
      Arrays.stream(Transform.Kind.values())
          .collect(Collectors.toUnmodifiableMap(Transform.Kind::word, k -> k));

  /** Selectors that a profile names once: {@code $focal}. */
  private final Map<String, String> named = new TreeMap<>();

  private final Set<String> groups;

  /**
   * @param groups of the address's forms, which selectors may name in braces
   */
  FieldText(Set<String> groups) {
    this.groups = Set.copyOf(groups);
  }

  /** Every field under this name, and what it calls {@code $name}. */
  List<Field> fields(Yaml profile, String name) {
    List<Field> all = new ArrayList<>();
    if (!profile.has(name)) {
      return all;
    }
    Map<String, Yaml> found = profile.need(name).fields();
    found.forEach((key, value) -> name(key, value));
    found.forEach(
        (key, value) -> {
          if (!key.startsWith("$")) {
            all.add(new Field(known(key, value, Vocabulary.fields()), sources(value, false)));
          }
        });
    return all;
  }

  private void name(String key, Yaml value) {
    if (key.startsWith("$")) {
      named.put(key, Selectors.offline(value, expanded(value, value.node().asString(""))));
    }
  }

  private String expanded(Yaml at, String css) {
    String text = css;
    for (Map.Entry<String, String> one : named.entrySet()) {
      text = text.replace(one.getKey(), one.getValue());
    }
    for (String group : Source.groups(text)) {
      if (!groups.contains(group)) {
        String near =
            Words.nearest(group, groups).map(w -> "; did you mean {" + w + "}?").orElse("");
        throw at.wrong("no address fills in {" + group + "}" + near);
      }
    }
    return text;
  }

  /** Every list under this name. */
  List<Items> lists(Yaml profile, String name) {
    List<Items> all = new ArrayList<>();
    if (profile.has(name)) {
      profile
          .need(name)
          .fields()
          .forEach((key, value) -> all.add(items(known(key, value, Vocabulary.LISTS), value)));
    }
    return all;
  }

  private Items items(String name, Yaml yaml) {
    yaml.only(Set.of("each", "max", "skip", "fields"));
    long max = yaml.need("max").number();
    if (max < 1 || max > MOST_ITEMS) {
      throw yaml.need("max").wrong("max is 1 to " + MOST_ITEMS);
    }
    List<Field> fields = new ArrayList<>();
    yaml.need("fields")
        .fields()
        .forEach(
            (key, value) ->
                fields.add(
                    new Field(known(key, value, Vocabulary.fields()), sources(value, true))));
    List<String> skip = new ArrayList<>();
    yaml.list("skip")
        .forEach(s -> skip.add(Selectors.offline(s, expanded(s, s.node().asString("")))));
    return new Items(name, source(yaml.need("each"), false).every(), (int) max, skip, fields);
  }

  private static String known(String name, Yaml at, Set<String> names) {
    if (!names.contains(name)) {
      String near = Words.nearest(name, names).map(w -> "; did you mean " + w + "?").orElse("");
      throw at.wrong("records know no " + name + near);
    }
    return name;
  }

  private List<Source> sources(Yaml value, boolean within) {
    if (!value.node().isArray()) {
      return List.of(source(value, within));
    }
    if (value.node().isEmpty()) {
      throw value.wrong("it is looked for nowhere");
    }
    return value.elements().stream().map(v -> source(v, within)).toList();
  }

  private Source source(Yaml yaml, boolean within) {
    if (yaml.node().isString()) {
      return shorthand(yaml, within);
    }
    Set<String> words = new java.util.HashSet<>(PLACES);
    words.addAll(Set.of("in", "path", "all", "as", "from", "where"));
    yaml.only(words);
    List<String> places = yaml.fields().keySet().stream().filter(PLACES::contains).toList();
    if (places.size() != 1) {
      throw yaml.wrong("a value is looked for in one place, not " + places.size());
    }
    Source.Kind kind = kind(places.get(0));
    String at = yaml.text(places.get(0));
    String in = yaml.text("in", "rendered");
    if (!Set.of("rendered", "response").contains(in)) {
      throw yaml.need("in").wrong("in is rendered or response");
    }
    at = selector(yaml.need(places.get(0)), kind, at, within);
    String path = path(yaml, kind);
    boolean all = yaml.flag("all");
    return new Source(kind, in, at, path, all, transforms(yaml));
  }

  private static Source.Kind kind(String word) {
    return word.equals("idTime")
        ? Source.Kind.ID_TIME
        : Source.Kind.valueOf(word.toUpperCase(java.util.Locale.ROOT));
  }

  private String selector(Yaml yaml, Source.Kind kind, String at, boolean within) {
    return switch (kind) {
      case CSS, SCRIPT -> {
        String css = expanded(yaml, at);
        yield within && css.equals("self") ? "self" : Selectors.offline(yaml, css);
      }
      case ID_TIME -> {
        if (IdTime.called(at).isEmpty()) {
          throw yaml.wrong("no scheme of ids is called " + at);
        }
        yield at;
      }
      default -> at;
    };
  }

  private static String path(Yaml yaml, Source.Kind kind) {
    if (kind == Source.Kind.ID_TIME) {
      return yaml.text("from");
    }
    String path = yaml.text("path", "");
    if (!path.isEmpty()) {
      try {
        JsonPath.parse(path);
      } catch (IllegalArgumentException e) {
        throw yaml.need("path").wrong("no path into JSON: " + e.getMessage());
      }
    }
    return path;
  }

  /** {@code selector | transform | /regex/}; no selector is the thing itself. */
  private Source shorthand(Yaml yaml, boolean within) {
    String text = yaml.node().asString("");
    List<String> parts = split(text);
    String css = expanded(yaml, parts.get(0).strip());
    boolean json = css.startsWith("$.") || css.equals("$") || css.startsWith("$[");
    List<Transform> transforms = new ArrayList<>();
    for (String part : parts.subList(1, parts.size())) {
      transforms.add(transform(yaml, part.strip()));
    }
    if (json) {
      try {
        JsonPath.parse(css);
      } catch (IllegalArgumentException e) {
        throw yaml.wrong("no path into JSON: " + e.getMessage());
      }
      return new Source(Source.Kind.CSS, "rendered", "self", css, false, transforms);
    }
    String at = css.isEmpty() || css.equals("self") ? "self" : Selectors.offline(yaml, css);
    if (at.equals("self") && !within) {
      throw yaml.wrong("a selector is missing before the first |");
    }
    return new Source(Source.Kind.CSS, "rendered", at, "", false, transforms);
  }

  /** Splits at bars that stand alone: {@code [lang|=de]} and {@code /a|b/} are no such place. */
  private static List<String> split(String text) {
    return Arrays.asList(text.split("(?:^| )\\|(?= |$)", -1));
  }

  private static List<Transform> transforms(Yaml yaml) {
    List<Transform> all = new ArrayList<>();
    for (Yaml one : yaml.list("as")) {
      all.add(one.node().isString() ? transform(one, one.node().asString("")) : transform(one));
    }
    return all;
  }

  /** In one word: {@code text}, {@code attr:href}, {@code number:de}, {@code /regex/}. */
  private static Transform transform(Yaml at, String word) {
    if (word.length() > 2 && word.startsWith("/") && word.endsWith("/")) {
      return with(
          Transform.Kind.REGEX, "", Optional.of(regex(at, word.substring(1, word.length() - 1))));
    }
    int colon = word.indexOf(':');
    String name = colon < 0 ? word : word.substring(0, colon);
    return with(kind(at, name), colon < 0 ? "" : word.substring(colon + 1), Optional.empty());
  }

  private static Transform with(Transform.Kind kind, String argument, Optional<Pattern> pattern) {
    return new Transform(kind, argument, pattern, Map.of(), List.of());
  }

  private static Transform.Kind kind(Yaml at, String name) {
    Transform.Kind kind = TRANSFORMS.get(name);
    if (kind == null) {
      String near =
          Words.nearest(name, TRANSFORMS.keySet()).map(w -> "; did you mean " + w + "?").orElse("");
      throw at.wrong("nothing is called " + name + near);
    }
    return kind;
  }

  /** With more to say: {@code {datetime: [dd MMM uuuu, HH:mm], locale: en, zone: UTC}}. */
  private static Transform transform(Yaml yaml) {
    List<String> names = yaml.fields().keySet().stream().filter(TRANSFORMS::containsKey).toList();
    yaml.only(union(TRANSFORMS.keySet(), Set.of("with", "locale", "zone", "group")));
    if (names.size() != 1) {
      throw yaml.wrong("one thing is made at a time, not " + names.size());
    }
    Transform.Kind kind = kind(yaml, names.get(0));
    Yaml value = yaml.need(names.get(0));
    return switch (kind) {
      case REGEX, SPLIT -> with(kind, "", Optional.of(regex(value, value.node().asString(""))));
      case REPLACE ->
          with(
              kind,
              yaml.has("with") ? yaml.need("with").node().asString("") : "",
              Optional.of(regex(value, value.node().asString(""))));
      case MAP -> new Transform(kind, "", Optional.empty(), map(value), List.of());
      case DATETIME ->
          new Transform(
              kind,
              yaml.text("locale", "en") + " " + yaml.text("zone", ""),
              Optional.empty(),
              Map.of(),
              value.node().isArray()
                  ? value.elements().stream().map(v -> v.node().asString("")).toList()
                  : List.of(value.node().asString("")));
      default -> with(kind, value.node().asString(""), Optional.empty());
    };
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> all = new java.util.HashSet<>(a);
    all.addAll(b);
    return all;
  }

  private static Map<String, String> map(Yaml value) {
    Map<String, String> map = new LinkedHashMap<>();
    value.fields().forEach((from, to) -> map.put(from, to.node().asString("")));
    return map;
  }

  private static Pattern regex(Yaml at, String text) {
    try {
      return Pattern.compile(text);
    } catch (com.google.re2j.PatternSyntaxException e) {
      throw at.wrong("no regular expression (RE2, no look-around): " + e.getDescription());
    }
  }
}
