package dev.affiant.casefile;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who did something, why, and when. The name is asserted: a command line cannot authenticate
 * people; the log's key signs that it was asserted.
 */
public record Signed(String by, String reason, Instant at) {

  /** The beginning of every act's document: case, person, reason, time. */
  ObjectNode document(UUID caseId) {
    ObjectNode d = Json.object();
    d.put("caseId", caseId.toString());
    d.put("by", by);
    d.put("reason", reason);
    d.put("at", Times.text(at));
    return d;
  }

  static Signed read(Fields d) {
    return new Signed(d.text("by"), d.text("reason"), d.time("at"));
  }
}
