package dev.affiant.cli;

import dev.affiant.evidence.Json;
import dev.affiant.report.Harmless;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Values of records in one line. */
final class RecordText {
  private static final int BRIEF = 120;

  private RecordText() {}

  /** A text, {@code 1150..1249}, an instant or an interval; several with commas. */
  static String said(JsonNode value) {
    if (value.isArray()) {
      List<String> all = new ArrayList<>();
      value.forEach(v -> all.add(said(v)));
      return String.join(", ", all);
    }
    if (value.has("min")) {
      long min = value.path("min").asLong();
      long max = value.path("max").asLong();
      return min == max ? Long.toString(min) : min + ".." + max;
    }
    if (value.has("instant")) {
      return value.path("instant").asString();
    }
    return value.has("from")
        ? value.path("from").asString() + "/" + value.path("to").asString()
        : value.asString("");
  }

  /** Any JSON, cut short. */
  static String brief(JsonNode value) {
    return value.isMissingNode() ? "nothing" : Harmless.line(Json.text(value), BRIEF);
  }
}
