package dev.affiant.catalogue;

import dev.affiant.evidence.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A filing as it is read for the catalogue: by JSON pointer, and forgiving. A field that is absent
 * or of another kind is simply not known, so that documents of a version to come can be listed.
 */
record Document(JsonNode json) {
  static final Document EMPTY = new Document(Json.object());

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException if the bytes are not a JSON object
   */
  static Document parse(byte[] bytes) {
    JsonNode json = Json.parse(bytes);
    if (!json.isObject()) {
      throw new IllegalArgumentException("not a JSON object");
    }
    return new Document(json);
  }

  Optional<String> text(String pointer) {
    return Optional.of(json.at(pointer)).filter(JsonNode::isString).map(JsonNode::asString);
  }

  /** The text, or the empty one. */
  String word(String pointer) {
    return text(pointer).orElse("");
  }

  /** At most so many characters of the text, for columns that have a width. */
  String word(String pointer, int most) {
    return brief(word(pointer), most);
  }

  @Nullable String textOrNull(String pointer, int most) {
    return text(pointer).map(t -> brief(t, most)).orElse(null);
  }

  /** At most so many characters, and no half of a surrogate pair. */
  static String brief(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  Optional<UUID> uuid(String pointer) {
    try {
      return text(pointer).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Nullable UUID uuidOrNull(String pointer) {
    return uuid(pointer).orElse(null);
  }

  /** The first of these that holds a time. */
  @Nullable OffsetDateTime time(String... pointers) {
    for (String pointer : pointers) {
      try {
        Optional<OffsetDateTime> at =
            text(pointer).map(Instant::parse).map(t -> t.atOffset(ZoneOffset.UTC));
        // databases know fewer years than Java
        if (at.filter(t -> t.getYear() > 0 && t.getYear() < 10_000).isPresent()) {
          return at.get();
        }
      } catch (DateTimeException e) {
        // not a time: perhaps the next is
      }
    }
    return null;
  }

  long number(String pointer) {
    return json.at(pointer).isIntegralNumber() && json.at(pointer).canConvertToLong()
        ? json.at(pointer).asLong()
        : 0;
  }

  boolean flag(String pointer) {
    return json.at(pointer).isBoolean() && json.at(pointer).asBoolean();
  }

  List<Document> each(String pointer) {
    List<Document> all = new ArrayList<>();
    json.at(pointer).forEach(element -> all.add(new Document(element)));
    return all;
  }

  /** The strings in a list, or the one string. */
  List<String> words(String pointer) {
    List<String> all = new ArrayList<>(text(pointer).stream().toList());
    json.at(pointer).forEach(element -> all.add(element.asString("")));
    return all;
  }
}
