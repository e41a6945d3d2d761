package dev.affiant.network;

import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Sha256;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A JSON object being read: each field must be there and of its kind, or the error names it. */
record Row(JsonNode node) {
  Row {
    if (!node.isObject()) {
      throw new IllegalArgumentException("not an object");
    }
  }

  String text(String name) {
    return textOf(field(name), name);
  }

  long number(String name) {
    JsonNode value = field(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, "a whole number");
    }
    return value.longValue();
  }

  int small(String name) {
    long value = number(name);
    if (value != (int) value) {
      throw wrong(name, "a small whole number");
    }
    return (int) value;
  }

  boolean flag(String name) {
    JsonNode value = field(name);
    if (!value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value.booleanValue();
  }

  Instant time(String name) {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeException e) {
      throw wrong(name, "a time");
    }
  }

  Sha256 hash(String name) {
    return new Sha256(text(name));
  }

  Row row(String name) {
    JsonNode value = field(name);
    if (!value.isObject()) {
      throw wrong(name, "an object");
    }
    return new Row(value);
  }

  /** What this field holds, read so, or none if it is null. */
  <T> Optional<T> maybe(String name, Function<String, T> read) {
    return field(name).isNull() ? Optional.empty() : Optional.of(read.apply(name));
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : array(name)) {
      texts.add(textOf(each, name));
    }
    return texts;
  }

  List<Header> headers(String name) {
    List<Header> headers = new ArrayList<>();
    for (JsonNode pair : array(name)) {
      if (!pair.isArray() || pair.size() != 2) {
        throw wrong(name, "pairs of name and value");
      }
      headers.add(new Header(textOf(pair.get(0), name), textOf(pair.get(1), name)));
    }
    return headers;
  }

  Body body(String name) {
    Row row = row(name);
    Digest digest = new Digest(row.hash("sha256"), row.number("bytes"));
    return new Body(digest, row.word("extent", Extent.class), row.number("encodedBytes"));
  }

  /** A constant of an enum, written in lower case. */
  <E extends Enum<E>> E word(String name, Class<E> kind) {
    return Enum.valueOf(kind, text(name).toUpperCase(Locale.ROOT));
  }

  private JsonNode array(String name) {
    JsonNode value = field(name);
    if (!value.isArray()) {
      throw wrong(name, "a list");
    }
    return value;
  }

  private JsonNode field(String name) {
    JsonNode value = node.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no field " + name);
    }
    return value;
  }

  private static String textOf(JsonNode value, String name) {
    if (!value.isString()) {
      throw wrong(name, "text");
    }
    return value.stringValue();
  }

  private static IllegalArgumentException wrong(String name, String should) {
    return new IllegalArgumentException("field " + name + " is not " + should);
  }
}
