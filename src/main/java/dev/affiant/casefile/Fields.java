package dev.affiant.casefile;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The fields of a filing, read strictly.
 *
 * @param what for complaints: {@code case}
 */
record Fields(String what, JsonNode document) {

  /**
   * The fields of a document.
   *
   * @throws IllegalArgumentException if it is not of this schema
   */
  static Fields of(String what, byte[] bytes, String schema) {
    Fields fields = new Fields(what, Json.parse(bytes));
    if (!fields.text("schema").equals(schema)) {
      throw new IllegalArgumentException("not a " + what + ": its schema is not " + schema);
    }
    return fields;
  }

  /** The schema that a document says it is of, or nothing. */
  static String schema(byte[] bytes) {
    return Json.parse(bytes).path("schema").asString("");
  }

  UUID id(String field) {
    String id = text(field);
    UUID read = UUID.fromString(id);
    if (!read.toString().equals(id)) {
      throw malformed(field, null);
    }
    return read;
  }

  String text(String field) {
    return string(document.get(field), field);
  }

  /** The text, or this one where the document says nothing: it is older than the field. */
  String text(String field, String otherwise) {
    return document.has(field) ? text(field) : otherwise;
  }

  List<String> texts(String field) {
    JsonNode list = document.get(field);
    if (list == null || !list.isArray()) {
      throw malformed(field, null);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode text : list) {
      texts.add(string(text, field));
    }
    return texts;
  }

  boolean flag(String field) {
    JsonNode value = document.get(field);
    if (value == null || !value.isBoolean()) {
      throw malformed(field, null);
    }
    return value.booleanValue();
  }

  Instant time(String field) {
    try {
      return Instant.parse(text(field));
    } catch (DateTimeException e) {
      throw malformed(field, e);
    }
  }

  Optional<Instant> timeIfAny(String field) {
    return has(field) ? Optional.of(time(field)) : Optional.empty();
  }

  LocalDate day(String field) {
    try {
      return LocalDate.parse(text(field));
    } catch (DateTimeException e) {
      throw malformed(field, e);
    }
  }

  Optional<LocalDate> dayIfAny(String field) {
    return has(field) ? Optional.of(day(field)) : Optional.empty();
  }

  Optional<Sha256> hashIfAny(String field) {
    return has(field) ? Optional.of(new Sha256(text(field))) : Optional.empty();
  }

  Optional<UUID> idIfAny(String field) {
    return has(field) ? Optional.of(id(field)) : Optional.empty();
  }

  private boolean has(String field) {
    return document.hasNonNull(field);
  }

  private String string(@Nullable JsonNode value, String field) {
    if (value == null || !value.isString()) {
      throw malformed(field, null);
    }
    return value.stringValue();
  }

  private IllegalArgumentException malformed(String field, @Nullable Exception cause) {
    return new IllegalArgumentException("malformed " + what + ": " + field, cause);
  }

  static ArrayNode list(List<String> texts) {
    ArrayNode list = Json.array();
    texts.forEach(list::add);
    return list;
  }
}
