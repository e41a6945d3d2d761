package dev.affiant.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** One mapping of a site.yaml, read strictly; every error says where. */
final class Words {
  private static final Pattern TIME = Pattern.compile("(\\d+)(ms|s)");
  private static final Pattern SIZE = Pattern.compile("(\\d+)(B|kB|MB|KiB|MiB|GiB)");
  private static final Map<String, Long> UNITS =
      Map.of(
          "B",
          1L,
          "kB",
          1_000L,
          "MB",
          1_000_000L,
          "KiB",
          1L << 10,
          "MiB",
          1L << 20,
          "GiB",
          1L << 30);
  private final JsonNode node;
  private final String place;

  Words(JsonNode node, String place) {
    this.node = node;
    this.place = place;
    if (!node.isObject()) {
      throw wrong("a mapping is expected");
    }
  }

  IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException((place.isEmpty() ? "top" : place) + ": " + what);
  }

  /** Refuses every word but these. */
  void only(Set<String> known) {
    for (String word : node.propertyNames()) {
      if (!known.contains(word)) {
        throw wrong("unknown word: " + word);
      }
    }
  }

  boolean has(String word) {
    return node.has(word);
  }

  JsonNode need(String word) {
    JsonNode value = node.get(word);
    if (value == null) {
      throw wrong(word + " is missing");
    }
    return value;
  }

  String text(String word) {
    JsonNode value = need(word);
    if (!value.isValueNode() || value.isNull()) {
      throw wrong(word + " is not a text");
    }
    return value.asString();
  }

  List<String> texts(String word) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : items(word)) {
      texts.add(value.asString());
    }
    return texts;
  }

  int number(String word, int otherwise) {
    if (!has(word)) {
      return otherwise;
    }
    if (!need(word).isInt()) {
      throw wrong(word + " is not a whole number");
    }
    return need(word).asInt();
  }

  boolean yes(String word) {
    if (!has(word)) {
      return false;
    }
    if (!need(word).isBoolean()) {
      throw wrong(word + " is neither true nor false");
    }
    return need(word).asBoolean();
  }

  /** {@code 300ms} or {@code 2s}; nothing where the word is missing. */
  Duration time(String word) {
    if (!has(word)) {
      return Duration.ZERO;
    }
    Matcher time = TIME.matcher(text(word));
    if (!time.matches()) {
      throw wrong(word + " is not a time like 300ms or 2s");
    }
    long count = Long.parseLong(time.group(1));
    return time.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMillis(count);
  }

  /** {@code 50MiB}, in bytes. */
  long size(String word) {
    Matcher size = SIZE.matcher(text(word));
    if (!size.matches()) {
      throw wrong(word + " is not a size like 10kB or 50MiB");
    }
    return Math.multiplyExact(Long.parseLong(size.group(1)), UNITS.getOrDefault(size.group(2), 1L));
  }

  Words part(String word) {
    return new Words(need(word), place + "." + word);
  }

  /** The mappings of a list; nothing where the word is missing. */
  List<Words> list(String word) {
    List<Words> list = new ArrayList<>();
    if (has(word)) {
      int at = 0;
      for (JsonNode item : items(word)) {
        list.add(new Words(item, (place.isEmpty() ? "" : place + ".") + word + "[" + at++ + "]"));
      }
    }
    return list;
  }

  /** The values of a list. */
  List<JsonNode> items(String word) {
    if (!need(word).isArray()) {
      throw wrong(word + " is not a list");
    }
    return List.copyOf(need(word).values());
  }

  /** Every word with its value, in order. */
  Set<Map.Entry<String, JsonNode>> entries(String word) {
    return part(word).node.properties();
  }

  /** A mapping inside a list of steps. */
  Words step(JsonNode step, String word, int at) {
    return new Words(step, place + "." + word + "[" + at + "]");
  }
}
