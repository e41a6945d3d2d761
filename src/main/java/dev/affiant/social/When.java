package dev.affiant.social;

import dev.affiant.evidence.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * When something was, as a record says it: from one instant to another, which are the same only if
 * the page gave an instant.
 *
 * <pre>{"instant":"2026-03-21T20:50:14Z","precision":"s","zone":"explicit"}</pre>
 *
 * @param precision {@code ms}, {@code s}, {@code min}, {@code hour}, {@code day}, {@code month},
 *     {@code year} or {@code interval}
 * @param zone where the zone is known from: "explicit", "assumed" or "none"
 */
public record When(Instant from, Instant to, String precision, String zone) {

  /** The moment in a record's value, if it is one. */
  public static Optional<When> of(JsonNode value) {
    Optional<Instant> instant = instant(value, "instant");
    Optional<Instant> from = instant.or(() -> instant(value, "from"));
    Optional<Instant> to = instant.or(() -> instant(value, "to"));
    return from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new When(
                from.get(),
                to.get(),
                value.path("precision").asString(""),
                value.path("zone").asString("")));
  }

  private static Optional<Instant> instant(JsonNode value, String name) {
    try {
      String text = value.path(name).asString("");
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** Whether the page gave an instant. */
  public boolean isInstant() {
    return from.equals(to);
  }

  /** For people: {@code 2026-03-21T20:50:14Z}, or {@code …/…} of an interval. */
  public String text() {
    return isInstant() ? from.toString() : from + "/" + to;
  }

  /** As doors print it. */
  public ObjectNode json() {
    ObjectNode json = Json.object();
    if (isInstant()) {
      json.put("instant", from.toString());
    } else {
      json.put("from", from.toString()).put("to", to.toString());
    }
    return json.put("precision", precision).put("zone", zone);
  }
}
