package dev.affiant.casefile;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A case as its filing:
 *
 * <pre>{"schema":"affiant-case/v1","id":"019a…","salt":"q83v…","label":"smith-v-jones",
 * "purpose":"litigation-evidence","purposeText":"Evidence for litigation","lawfulBasis":"6(1)(f)",
 * "basisReferences":["LIA-2026-014"],"operator":"A. Clerk","operatorRole":"operator",
 * "controller":"Example LLP","jurisdictions":["uk"],"retention":"close+P6Y",
 * "zone":"Europe/London","openedAt":"2026-11-24T22:51:29.004Z","sector":"private",
 * "minimisation":"full","keepUntil":null,"closed":null}</pre>
 *
 * in one line. A closed case is filed again under its id, with {@code "closed":{"by":"A.
 * Clerk","reason":"settled","at":"…"}}. The last four fields came later: a document without them is
 * an open case that is handled as usual.
 */
final class CaseDocument {
  private static final String SCHEMA = "affiant-case/v1";

  private CaseDocument() {}

  static Filing write(Case file, byte[] salt) {
    ObjectNode document = Json.object();
    document.put("label", file.label());
    document.put("purpose", file.purpose());
    document.put("purposeText", file.purposeText());
    document.put("lawfulBasis", file.lawfulBasis());
    document.set("basisReferences", Fields.list(file.basisReferences()));
    document.put("operator", file.operator());
    document.put("operatorRole", file.operatorRole());
    document.put("controller", file.controller());
    document.set("jurisdictions", Fields.list(file.jurisdictions()));
    document.put("retention", file.retention());
    document.put("zone", file.zone());
    document.put("openedAt", Times.text(file.openedAt()));
    document.put("sector", file.handling().sector());
    document.put("minimisation", file.handling().minimisation());
    document.put("keepUntil", file.handling().keepUntil().map(Object::toString).orElse(null));
    document.set("closed", file.closed().map(CaseDocument::act).orElse(null));
    return Filing.of(EntryType.CASE, file.id(), SCHEMA, salt, document);
  }

  private static ObjectNode act(Signed act) {
    ObjectNode d = Json.object();
    d.put("by", act.by());
    d.put("reason", act.reason());
    return d.put("at", Times.text(act.at()));
  }

  static Case read(byte[] bytes) {
    Fields d = Fields.of("case", bytes, SCHEMA);
    return new Case(
        d.id("id"),
        d.text("label"),
        d.text("purpose"),
        d.text("purposeText"),
        d.text("lawfulBasis"),
        d.texts("basisReferences"),
        d.text("operator"),
        d.text("operatorRole"),
        d.text("controller"),
        d.texts("jurisdictions"),
        d.text("retention"),
        d.text("zone"),
        d.time("openedAt"),
        handling(d),
        closed(d));
  }

  private static Handling handling(Fields d) {
    return new Handling(
        d.text("sector", Handling.USUAL.sector()),
        d.text("minimisation", Handling.USUAL.minimisation()),
        d.dayIfAny("keepUntil"));
  }

  private static Optional<Signed> closed(Fields d) {
    return d.document().hasNonNull("closed")
        ? Optional.of(Signed.read(new Fields("case", d.document().get("closed"))))
        : Optional.empty();
  }
}
