package dev.affiant.cli;

import dev.affiant.capture.Ended;
import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Times;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Effect;
import dev.affiant.policy.Ground;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The end of a capture as {@code capture --json} prints it, one object a line. */
final class EndedJson {
  private EndedJson() {}

  static ObjectNode of(Ended ended) {
    ObjectNode json = Json.object();
    json.put("schemaVersion", 1);
    json.put("captureId", ended.order().id().toString());
    json.put("caseId", ended.order().file().id().toString());
    json.put("outcome", ended.outcome().end().name());
    reasons(json.putArray("reasons"), ended.outcome().reasons());
    json.put("urlRequested", ended.order().typed());
    json.put("urlFinal", ended.urlFinal());
    json.put("profile", ended.order().profile().orElse(null));
    json.put("engine", ended.order().engine());
    json.put("lab", ended.order().lab().on());
    json.put("commit", ended.receipt().commit().hex());
    ObjectNode entry = json.putObject("entry");
    entry.put("index", ended.receipt().index());
    entry.put("treeSize", ended.receipt().treeSize());
    decision(json.putObject("decision"), ended.decisions());
    artifacts(json.putArray("artifacts"), ended);
    json.put("startedAt", Times.text(ended.startedAt()));
    json.put("endedAt", Times.text(ended.endedAt()));
    reasons(json.putArray("warnings"), ended.warnings());
    return json;
  }

  private static void reasons(ArrayNode into, List<Reason> reasons) {
    for (Reason reason : reasons) {
      into.addObject().put("code", reason.code()).put("detail", reason.detail());
    }
  }

  private static void decision(ObjectNode into, List<Decision> decisions) {
    Effect strictest =
        decisions.stream().map(Decision::effect).max(Effect::compareTo).orElse(Effect.REFUSE);
    into.put("effect", strictest.name());
    ArrayNode rules = into.putArray("rules");
    decisions.stream()
        .flatMap(d -> d.grounds().stream())
        .map(Ground::rule)
        .distinct()
        .forEach(rules::add);
  }

  private static void artifacts(ArrayNode into, Ended ended) {
    for (Artifact artifact : ended.manifest().map(m -> m.artifacts()).orElse(List.of())) {
      ObjectNode line = into.addObject();
      line.put("role", artifact.role().word());
      line.put("name", artifact.name());
      line.put("mediaType", artifact.mediaType());
      line.put("bytes", artifact.digest().bytes());
      line.put("sha256", artifact.digest().sha256().hex());
    }
  }
}
