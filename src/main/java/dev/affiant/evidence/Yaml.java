package dev.affiant.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * A YAML document that is read strictly: every complaint names the file and the line at fault, as
 * in {@code uk.yaml:12: …}.
 */
public final class Yaml {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private static final int LARGEST = 512 * 1024;

  private final String file;
  private final Map<String, Integer> lines;
  private final JsonNode node;
  private final String at;

  private Yaml(String file, Map<String, Integer> lines, JsonNode node, String at) {
    this.file = file;
    this.lines = lines;
    this.node = node;
    this.at = at;
  }

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException if it is not YAML, or not an object
   */
  public static Yaml read(String file, byte[] bytes) {
    if (bytes.length > LARGEST) {
      throw new IllegalArgumentException(
          file + ":1: it has more than " + LARGEST / 1024 + " KiB, which no hand has written");
    }
    try {
      Yaml read = new Yaml(file, lines(bytes), MAPPER.readTree(bytes), "");
      if (!read.node.isObject()) {
        throw read.wrong("it is not a list of names and values");
      }
      return read;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new IllegalArgumentException(
          file + ":" + line + ": not YAML: " + e.getOriginalMessage(), e);
    }
  }

  /** What somebody states, as if it were read. */
  public static Yaml of(String file, JsonNode node) {
    return new Yaml(file, Map.of(), node, "");
  }

  /** A value as YAML, for a person to go on with. */
  public static String text(JsonNode node) {
    return MAPPER.writeValueAsString(node).replaceFirst("^---\\s*\\n", "");
  }

  /** Whether it comes from no file. */
  public boolean isStated() {
    return lines.isEmpty();
  }

  private static Map<String, Integer> lines(byte[] bytes) {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean anchored = parser.getObjectId() != null;
        if (anchored || (parser instanceof YAMLParser yaml && yaml.isCurrentAlias())) {
          throw new StreamReadException(
              parser, "anchors (&) and aliases (*) are not read", parser.currentTokenLocation());
        }
        String at = parser.streamReadContext().pathAsPointer().toString();
        lines.putIfAbsent(at, parser.currentTokenLocation().getLineNr());
      }
    }
    return lines;
  }

  public JsonNode node() {
    return node;
  }

  /** A complaint about this place. */
  public IllegalArgumentException wrong(String what) {
    String place = at;
    while (!lines.containsKey(place) && place.contains("/")) {
      place = place.substring(0, place.lastIndexOf('/'));
    }
    String where = at.indexOf('/', 1) > 0 ? " (at " + at + ")" : "";
    return new IllegalArgumentException(
        file + ":" + lines.getOrDefault(place, 1) + ": " + what + where);
  }

  /** Refuses any name but these. */
  public Yaml only(Set<String> names) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!names.contains(field.getKey())) {
        String near =
            Words.nearest(field.getKey(), names)
                .map(word -> "; did you mean " + word + "?")
                .orElse("");
        throw under(field.getKey()).wrong("nobody knows the word " + field.getKey() + near);
      }
    }
    return this;
  }

  public boolean has(String name) {
    return node.has(name) && !node.path(name).isNull();
  }

  public Yaml need(String name) {
    if (!has(name)) {
      throw wrong(name + " is missing");
    }
    return under(name);
  }

  public String text(String name) {
    Yaml value = need(name);
    if (!value.node.isValueNode() || value.node.asString().isBlank()) {
      throw value.wrong(name + " is not a text");
    }
    return value.node.asString().strip();
  }

  public String text(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  public long number() {
    if (node.isBoolean()) {
      return node.asBoolean() ? 1 : 0;
    }
    if (!node.isIntegralNumber()) {
      throw wrong("it is not a whole number");
    }
    return node.asLong();
  }

  /** True or false; false if nothing is said. */
  public boolean flag(String name) {
    if (!has(name)) {
      return false;
    }
    Yaml value = under(name);
    if (!value.node.isBoolean()) {
      throw value.wrong(name + " is true or false");
    }
    return value.node.asBoolean();
  }

  public List<String> texts(String name) {
    List<String> all = new ArrayList<>();
    for (Yaml one : list(name)) {
      if (!one.node.isValueNode()) {
        throw one.wrong(name + " is not a list of texts");
      }
      all.add(one.node.asString());
    }
    return all;
  }

  public List<Yaml> list(String name) {
    if (!has(name)) {
      return List.of();
    }
    Yaml value = under(name);
    if (!value.node.isArray()) {
      throw value.wrong(name + " is not a list");
    }
    return value.elements();
  }

  /** The parts of this list. */
  public List<Yaml> elements() {
    List<Yaml> all = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      all.add(new Yaml(file, lines, node.path(i), at + "/" + i));
    }
    return all;
  }

  /** The names of this object, each with its value. */
  public Map<String, Yaml> fields() {
    Map<String, Yaml> all = new java.util.LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      all.put(field.getKey(), under(field.getKey()));
    }
    return all;
  }

  private Yaml under(String name) {
    String pointer = at + "/" + name.replace("~", "~0").replace("/", "~1");
    return new Yaml(file, lines, node.path(name), pointer);
  }
}
