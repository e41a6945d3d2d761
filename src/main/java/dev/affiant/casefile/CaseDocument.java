package dev.affiant.casefile;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A case as its filing:
 *
 * <pre>{"schema":"affiant-case/v1","id":"019a…","salt":"q83v…","label":"smith-v-jones",
 * "purpose":"litigation-evidence","purposeText":"Evidence for litigation","lawfulBasis":"6(1)(f)",
 * "basisReferences":["LIA-2026-014"],"operator":"A. Clerk","operatorRole":"operator",
 * "controller":"Example LLP","jurisdictions":["uk"],"retention":"close+P6Y",
 * "zone":"Europe/London","openedAt":"2026-11-24T22:51:29.004Z"}</pre>
 *
 * in one line.
 */
final class CaseDocument {
  private static final String SCHEMA = "affiant-case/v1";

  private CaseDocument() {}

  static Filing write(Case file, byte[] salt) {
    ObjectNode document = Json.object();
    document.put("label", file.label());
    document.put("purpose", file.purpose());
    document.put("purposeText", file.purposeText());
    document.put("lawfulBasis", file.lawfulBasis());
    document.set("basisReferences", list(file.basisReferences()));
    document.put("operator", file.operator());
    document.put("operatorRole", file.operatorRole());
    document.put("controller", file.controller());
    document.set("jurisdictions", list(file.jurisdictions()));
    document.put("retention", file.retention());
    document.put("zone", file.zone());
    document.put("openedAt", Times.text(file.openedAt()));
    return Filing.of(EntryType.CASE, file.id(), SCHEMA, salt, document);
  }

  static Case read(byte[] bytes) {
    JsonNode document = Json.parse(bytes);
    if (!text(document, "schema").equals(SCHEMA)) {
      throw new IllegalArgumentException("not a case: its schema is not " + SCHEMA);
    }
    return new Case(
        id(document),
        text(document, "label"),
        text(document, "purpose"),
        text(document, "purposeText"),
        text(document, "lawfulBasis"),
        texts(document, "basisReferences"),
        text(document, "operator"),
        text(document, "operatorRole"),
        text(document, "controller"),
        texts(document, "jurisdictions"),
        text(document, "retention"),
        text(document, "zone"),
        time(document, "openedAt"));
  }

  private static ArrayNode list(List<String> texts) {
    ArrayNode list = Json.array();
    texts.forEach(list::add);
    return list;
  }

  private static UUID id(JsonNode document) {
    String id = text(document, "id");
    UUID read = UUID.fromString(id);
    if (!read.toString().equals(id)) {
      throw new IllegalArgumentException("malformed case: id");
    }
    return read;
  }

  private static String text(JsonNode document, String field) {
    return string(document.get(field), field);
  }

  private static List<String> texts(JsonNode document, String field) {
    JsonNode list = document.get(field);
    if (list == null || !list.isArray()) {
      throw new IllegalArgumentException("malformed case: no list " + field);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode text : list) {
      texts.add(string(text, field));
    }
    return texts;
  }

  private static String string(@Nullable JsonNode value, String field) {
    if (value == null || !value.isString()) {
      throw new IllegalArgumentException("malformed case: no text " + field);
    }
    return value.stringValue();
  }

  private static Instant time(JsonNode document, String field) {
    try {
      return Instant.parse(text(document, field));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("malformed case: no time " + field, e);
    }
  }
}
