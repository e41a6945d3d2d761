package dev.affiant.social;

import dev.affiant.evidence.Json;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A number of things, no more exact than it was shown, with what was shown: {@code 1.2K} is 1150 to
 * 1249.
 */
public record Count(long least, long most, String raw) {

  /** The count in a field of a record, if it is one. */
  static Optional<Count> of(JsonNode field) {
    JsonNode value = field.path("value");
    return value.path("min").isIntegralNumber() && value.path("max").isIntegralNumber()
        ? Optional.of(
            new Count(
                value.path("min").asLong(),
                value.path("max").asLong(),
                field.path("raw").asString("")))
        : Optional.empty();
  }

  /** For people: {@code 12}, or {@code 1150–1249} of what was shown as {@code 1.2K}. */
  public String text() {
    return least == most ? Long.toString(least) : least + "–" + most;
  }

  /** Several, for people: {@code likes 12, views 1150–1249}. */
  public static String text(Map<String, Count> counts) {
    return counts.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue().text())
        .collect(Collectors.joining(", "));
  }

  ObjectNode json() {
    return Json.object().put("min", least).put("max", most).put("raw", raw);
  }
}
