package dev.affiant.custody;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.Dossier;
import dev.affiant.casefile.Hold;
import dev.affiant.catalogue.ActRow;
import dev.affiant.catalogue.Rows;
import dev.affiant.catalogue.Wanted;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The record of processing activities of one case, as far as it follows from what is on record.
 * What only the controller knows is null, and {@code missing} says so.
 *
 * <pre>{"schema":"affiant-ropa/v1","at":"…","controller":{"name":"Example LLP","contact":null,…},
 * "processing":{"caseId":"019a…","purpose":"litigation-evidence",…},"recipients":[…],
 * "transfers":null,"retention":{…},"security":[…],"missing":[{"at":"/transfers","why":"…"}]}</pre>
 *
 * <p>Source: GDPR Article 30(1)(a) to (g).
 */
public final class Ropa {
  private static final String ONLY_CONTROLLER = "only the controller knows";

  private Ropa() {}

  /** The record, as of now. */
  public static ObjectNode of(Dossier dossier, Rows rows, Instant now) {
    Case file = dossier.file();
    List<ActRow> acts = rows.custodyOf(file.id());
    ObjectNode ropa = Json.object();
    ropa.put("schema", "affiant-ropa/v1");
    ropa.put("at", Times.text(now));
    ObjectNode controller = ropa.putObject("controller");
    controller.put("name", file.controller()).putNull("contact");
    controller.putNull("dataProtectionOfficer");
    processing(ropa.putObject("processing"), dossier, rows);
    recipients(ropa, acts);
    ropa.putNull("transfers");
    retention(ropa.putObject("retention"), dossier, acts);
    security(ropa);
    missing(ropa, "/controller/contact", ONLY_CONTROLLER);
    missing(ropa, "/controller/dataProtectionOfficer", ONLY_CONTROLLER);
    missing(ropa, "/transfers", "where recipients and the store are is not recorded");
    return ropa;
  }

  private static void processing(ObjectNode to, Dossier dossier, Rows rows) {
    Case file = dossier.file();
    to.put("caseId", file.id().toString()).put("label", file.label());
    to.put("purpose", file.purpose()).put("purposeText", file.purposeText());
    to.put("lawfulBasis", file.lawfulBasis());
    file.basisReferences().forEach(to.putArray("basisReferences")::add);
    to.put("operator", file.operator()).put("operatorRole", file.operatorRole());
    to.put("sector", file.handling().sector());
    file.jurisdictions().forEach(to.putArray("jurisdictions")::add);
    to.put("minimisation", file.handling().minimisation());
    to.putArray("dataSubjects")
        .add("authors of the captured public pages")
        .add("persons whom those pages mention or show");
    to.putArray("personalData")
        .add("what those pages publish: names, handles, texts, pictures, times")
        .add("names of the persons who operate, authorise, hold and erase");
    ObjectNode captures = to.putObject("captures");
    rows.facets(Wanted.ALL.of(file.id())).outcomes().forEach(captures::put);
    to.putArray("authorities");
    dossier
        .authorities()
        .forEach(
            a ->
                to.withArray("authorities")
                    .addObject()
                    .put("type", a.type().code())
                    .put("reference", a.reference())
                    .put("until", Times.text(a.until())));
  }

  /** Everything that left the store, with whom it was for where somebody said so. */
  private static void recipients(ObjectNode ropa, List<ActRow> acts) {
    ropa.putArray("recipients");
    for (ActRow act : acts) {
      if (act.type().equals("export")) {
        JsonNode d = Json.parse(act.document());
        ropa.withArray("recipients")
            .addObject()
            .put("entry", act.index())
            .put("at", act.at().map(Times::text).orElse(null))
            .put("form", d.path("form").asString(""))
            .put("recipient", d.path("recipient").asString("not stated"));
      }
    }
  }

  private static void retention(ObjectNode to, Dossier dossier, List<ActRow> acts) {
    Case file = dossier.file();
    to.put("rule", file.retention());
    to.put("keepUntil", file.handling().keepUntil().map(Object::toString).orElse(null));
    to.put("closedAt", file.closed().map(act -> Times.text(act.at())).orElse(null));
    to.put("holds", dossier.holds().stream().filter(Hold::holds).count());
    to.put("erased", acts.stream().filter(act -> act.type().equals("erasure")).count());
  }

  private static void security(ObjectNode ropa) {
    ropa.putArray("security")
        .add("append-only ledger, signed with Ed25519; every alteration shows in verify")
        .add("entries hold no personal data; records are salted")
        .add("erasure by two persons with a tombstone; legal holds")
        .add("objects are not encrypted: the disk's and the directory's protection is the user's");
  }

  private static void missing(ObjectNode ropa, String at, String why) {
    ropa.withArray("missing").addObject().put("at", at).put("why", why);
  }
}
