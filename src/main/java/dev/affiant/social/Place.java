package dev.affiant.social;

import dev.affiant.evidence.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a page says of a place (a geo finding): a claim, and never where somebody lives.
 *
 * @param subject the key of the item or account that it was said of
 * @param source {@code platform-tag}, {@code coordinates}, {@code exif}, {@code listing} or {@code
 *     account-claim}
 * @param raw as it was said
 * @param verdict {@code claimed}, unless something else in the record speaks for or against it
 */
public record Place(
    String subject,
    String source,
    String raw,
    Optional<Double> latitude,
    Optional<Double> longitude,
    String verdict) {

  /** As doors print it. */
  public ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("subject", subject)
            .put("source", source)
            .put("rawText", raw)
            .put("verdict", verdict);
    latitude.ifPresent(l -> json.put("latitude", l));
    longitude.ifPresent(l -> json.put("longitude", l));
    return json;
  }

  static Place of(String subject, JsonNode finding) {
    return new Place(
        subject,
        finding.path("source").asString(""),
        finding.path("rawText").asString(""),
        number(finding, "latitude"),
        number(finding, "longitude"),
        finding.path("verdict").asString(""));
  }

  private static Optional<Double> number(JsonNode finding, String name) {
    return finding.path(name).isNumber()
        ? Optional.of(finding.path(name).asDouble())
        : Optional.empty();
  }
}
