package dev.affiant.cli;

import dev.affiant.casefile.Authority;
import dev.affiant.casefile.Case;
import dev.affiant.casefile.Dossier;
import dev.affiant.casefile.Hold;
import dev.affiant.casefile.Restriction;
import dev.affiant.casefile.RuleOverride;
import dev.affiant.casefile.Signed;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Times;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Cases and what is on record about them, as JSON. */
final class CaseJson {
  private CaseJson() {}

  static ObjectNode facts(Case c) {
    ObjectNode json = Json.object();
    json.put("schemaVersion", 1);
    json.put("caseId", c.id().toString());
    json.put("label", c.label());
    json.put("purpose", c.purpose());
    json.put("purposeText", c.purposeText());
    json.put("lawfulBasis", c.lawfulBasis());
    c.basisReferences().forEach(json.putArray("basisReferences")::add);
    json.put("operator", c.operator());
    json.put("operatorRole", c.operatorRole());
    json.put("controller", c.controller());
    c.jurisdictions().forEach(json.putArray("jurisdictions")::add);
    json.put("sector", c.handling().sector());
    json.put("minimisation", c.handling().minimisation());
    json.put("retention", c.retention());
    json.put("keepUntil", c.handling().keepUntil().map(Object::toString).orElse(null));
    json.put("zone", c.zone());
    json.put("openedAt", Times.text(c.openedAt()));
    json.set("closed", c.closed().map(CaseJson::act).orElse(null));
    return json;
  }

  static ObjectNode authority(Authority a, Instant now) {
    ObjectNode json = Json.object();
    json.put("authorityId", a.id().toString());
    json.put("type", a.type().code());
    json.put("reference", a.reference());
    json.put("issuer", a.issuer());
    a.scope().hosts().forEach(json.putArray("hosts")::add);
    a.scope().subjects().forEach(json.putArray("subjects")::add);
    json.put("scope", a.scope().words());
    json.put("from", Times.text(a.from()));
    json.put("until", Times.text(a.until()));
    json.put("holdsNow", a.holdsAt(now));
    json.put("revokedAt", a.revokedAt().map(Times::text).orElse(null));
    json.put("documentSha256", a.document().map(Sha256::hex).orElse(null));
    json.put("documentKept", a.documentKept());
    json.put("by", a.by());
    json.put("at", Times.text(a.at()));
    return json;
  }

  static ObjectNode hold(Hold h) {
    ObjectNode json = Json.object();
    json.put("holdId", h.id().toString());
    json.put("reference", h.reference());
    h.captures().forEach(c -> json.withArray("captures").add(c.toString()));
    json.put("reviewOn", h.reviewOn().toString());
    json.put("holdsNow", h.holds());
    json.set("placed", act(h.placed()));
    json.set("lifted", h.lifted().map(CaseJson::act).orElse(null));
    return json;
  }

  static ObjectNode restriction(Restriction r) {
    ObjectNode json = Json.object();
    json.put("restrictionId", r.id().toString());
    json.put("captureId", r.capture().toString());
    json.put("holdsNow", r.holds());
    json.set("placed", act(r.placed()));
    json.set("lifted", r.lifted().map(CaseJson::act).orElse(null));
    return json;
  }

  static ObjectNode override(RuleOverride o) {
    ObjectNode json = Json.object();
    json.put("overrideId", o.id().toString());
    json.put("rule", o.rule());
    o.scope().hosts().forEach(json.putArray("hosts")::add);
    o.scope().subjects().forEach(json.putArray("subjects")::add);
    json.put("authorityId", o.authority().map(Object::toString).orElse(null));
    json.put("requestedBy", o.requestedBy());
    json.put("role", o.role());
    json.put("from", Times.text(o.from()));
    json.put("until", Times.text(o.until()));
    json.set("granted", act(o.granted()));
    return json;
  }

  static ObjectNode act(Signed act) {
    ObjectNode json = Json.object();
    json.put("by", act.by());
    json.put("reason", act.reason());
    return json.put("at", Times.text(act.at()));
  }

  /** Adds all that is on record about the case. */
  static void dossier(ObjectNode json, Dossier dossier, Instant now) {
    json.putArray("authorities");
    dossier.authorities().forEach(a -> json.withArray("authorities").add(authority(a, now)));
    json.putArray("holds");
    dossier.holds().forEach(h -> json.withArray("holds").add(hold(h)));
    json.putArray("restrictions");
    dossier.restrictions().forEach(r -> json.withArray("restrictions").add(restriction(r)));
    json.putArray("overrides");
    dossier.overrides().forEach(o -> json.withArray("overrides").add(override(o)));
  }
}
