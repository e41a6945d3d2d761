package dev.affiant.cli;

import dev.affiant.catalogue.CaptureRow;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** A capture as {@code list --json} and {@code search --json} print it, one object a line. */
final class RowJson {
  private RowJson() {}

  static ObjectNode of(CaptureRow row) {
    ObjectNode json = Json.object();
    json.put("schemaVersion", 1);
    json.put("index", row.index());
    json.put("captureId", row.id().toString());
    json.put("caseId", row.caseId().map(UUID::toString).orElse(null));
    json.put("type", row.type());
    json.put("outcome", row.outcome());
    row.reasons()
        .forEach(
            r ->
                json.withArray("reasons")
                    .addObject()
                    .put("code", r.code())
                    .put("detail", r.detail()));
    json.put("lab", row.lab());
    json.put("urlRequested", row.urlRequested());
    json.put("urlFinal", row.urlFinal());
    json.put("title", row.title().orElse(null));
    json.put("startedAt", row.startedAt().map(Times::text).orElse(null));
    json.put("endedAt", row.endedAt().map(Times::text).orElse(null));
    json.put("commit", row.commit().hex());
    json.put("artifacts", row.artifacts());
    json.put("bytes", row.bytes());
    return json;
  }
}
