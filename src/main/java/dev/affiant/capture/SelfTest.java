package dev.affiant.capture;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a self-test found: a page with known hashes was captured, compared, verified and tampered
 * with. The last one of the day stands in each manifest.
 *
 * <pre>{"id":"019a…","at":"2026-11-25T03:52:21.000Z","version":"0.1.0","verdict":"passed"}</pre>
 *
 * @param id of the capture that it made
 * @param version of the program that was tested
 */
public record SelfTest(CaptureId id, Instant at, String version, boolean passed) {

  /** As it is kept and as it stands in a manifest. */
  public ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("id", id.toString());
    json.put("at", Times.text(at));
    json.put("version", version);
    json.put("verdict", passed ? "passed" : "failed");
    return json;
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static SelfTest parse(JsonNode json) {
    try {
      return new SelfTest(
          CaptureId.parse(json.path("id").asString()),
          Instant.parse(json.path("at").asString()),
          json.path("version").asString(),
          json.path("verdict").asString().equals("passed"));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("a self-test's time is none", e);
    }
  }
}
