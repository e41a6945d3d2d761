package dev.affiant.social;

import dev.affiant.evidence.Json;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How two dates of one item agree (a temporal finding): what is shown against what the id holds, or
 * against the server's own clock.
 *
 * @param subject the key of the item
 * @param field whose date it is: {@code publishedAt}
 * @param against {@code id}, {@code server}, or another field
 * @param formula what read the id, where it is one
 * @param agreement {@code consistent}, {@code backdated-display}, {@code after-server-time} …
 */
public record Dating(
    String subject, String field, String against, String formula, String agreement) {

  /**
   * What is said where nothing is to be looked into: they agree, or there is nothing to compare.
   */
  private static final Set<String> QUIET =
      Set.of("consistent", "display-coarser", "explainable-lag", "no-id-time");

  /** Whether a person should know of it. */
  public boolean matters() {
    return !QUIET.contains(agreement);
  }

  /** As doors print it. */
  public ObjectNode json() {
    return Json.object()
        .put("subject", subject)
        .put("field", field)
        .put("against", against)
        .put("formula", formula)
        .put("agreement", agreement);
  }

  static Dating of(String subject, JsonNode finding) {
    return new Dating(
        subject,
        finding.path("field").asString(""),
        finding.path("against").asString("id"),
        finding.path("formula").asString(""),
        finding.path("agreement").asString(""));
  }
}
