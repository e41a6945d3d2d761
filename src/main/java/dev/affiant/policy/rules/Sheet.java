package dev.affiant.policy.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML document that is read strictly: every complaint names the file and the line at fault, as
 * in {@code uk.yaml:12: …}.
 */
final class Sheet {
  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private final String file;
  private final Map<String, Integer> lines;
  private final JsonNode node;
  private final String at;

  private Sheet(String file, Map<String, Integer> lines, JsonNode node, String at) {
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
  static Sheet read(String file, byte[] bytes) {
    try {
      Sheet sheet = new Sheet(file, lines(bytes), YAML.readTree(bytes), "");
      if (!sheet.node.isObject()) {
        throw sheet.wrong("it is not a list of names and values");
      }
      return sheet;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new IllegalArgumentException(
          file + ":" + line + ": not YAML: " + e.getOriginalMessage(), e);
    }
  }

  /** What somebody states, as if it were read. */
  static Sheet of(String file, JsonNode node) {
    return new Sheet(file, Map.of(), node, "");
  }

  /** Whether it comes from no file. */
  boolean isStated() {
    return lines.isEmpty();
  }

  private static Map<String, Integer> lines(byte[] bytes) {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = YAML.createParser(bytes)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String at = parser.streamReadContext().pathAsPointer().toString();
        lines.putIfAbsent(at, parser.currentTokenLocation().getLineNr());
      }
    }
    return lines;
  }

  JsonNode node() {
    return node;
  }

  /** A complaint about this place. */
  IllegalArgumentException wrong(String what) {
    String place = at;
    while (!lines.containsKey(place) && place.contains("/")) {
      place = place.substring(0, place.lastIndexOf('/'));
    }
    return new IllegalArgumentException(file + ":" + lines.getOrDefault(place, 1) + ": " + what);
  }

  /** Refuses any name but these. */
  Sheet only(Set<String> names) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!names.contains(field.getKey())) {
        throw under(field.getKey()).wrong("nobody knows the word " + field.getKey());
      }
    }
    return this;
  }

  boolean has(String name) {
    return node.has(name) && !node.path(name).isNull();
  }

  Sheet need(String name) {
    if (!has(name)) {
      throw wrong(name + " is missing");
    }
    return under(name);
  }

  String text(String name) {
    Sheet value = need(name);
    if (!value.node.isValueNode() || value.node.asString().isBlank()) {
      throw value.wrong(name + " is not a text");
    }
    return value.node.asString().strip();
  }

  String text(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  long number() {
    if (node.isBoolean()) {
      return node.asBoolean() ? 1 : 0;
    }
    if (!node.isIntegralNumber()) {
      throw wrong("it is not a whole number");
    }
    return node.asLong();
  }

  List<String> texts(String name) {
    List<String> all = new ArrayList<>();
    for (Sheet one : list(name)) {
      if (!one.node.isValueNode()) {
        throw one.wrong(name + " is not a list of texts");
      }
      all.add(one.node.asString());
    }
    return all;
  }

  List<Sheet> list(String name) {
    if (!has(name)) {
      return List.of();
    }
    Sheet value = under(name);
    if (!value.node.isArray()) {
      throw value.wrong(name + " is not a list");
    }
    List<Sheet> all = new ArrayList<>();
    for (int i = 0; i < value.node.size(); i++) {
      all.add(new Sheet(file, lines, value.node.path(i), value.at + "/" + i));
    }
    return all;
  }

  /** The names of this object, each with its value. */
  Map<String, Sheet> fields() {
    Map<String, Sheet> all = new java.util.LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      all.put(field.getKey(), under(field.getKey()));
    }
    return all;
  }

  private Sheet under(String name) {
    String pointer = at + "/" + name.replace("~", "~0").replace("/", "~1");
    return new Sheet(file, lines, node.path(name), pointer);
  }
}
