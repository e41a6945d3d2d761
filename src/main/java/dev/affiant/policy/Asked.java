package dev.affiant.policy;

import dev.affiant.casefile.Authority;
import dev.affiant.casefile.Case;
import dev.affiant.casefile.Lab;
import dev.affiant.casefile.Occasion;
import dev.affiant.casefile.Order;
import dev.affiant.casefile.Restriction;
import dev.affiant.casefile.RuleOverride;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Times;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what is asked of the policy as inputs. */
final class Asked {
  /** The kinds of reference that some rule asks for. */
  private static final List<String> REFERENCES =
      List.of(
          "art10",
          "art14",
          "art9",
          "consent",
          "contract",
          "dpia",
          "exception",
          "legal-process",
          "lia",
          "national-basis",
          "obligation",
          "programme",
          "reason",
          "special",
          "supervisor",
          "task");

  private Asked() {}

  /** The facts of an order and of what is on record before it. */
  static Inputs.Draft of(History history, Instant now) {
    Order order = history.order();
    Inputs.Draft draft = Inputs.NONE.draft();
    draft.put("now", now);
    draft.put("url", order.target().withoutFragment());
    draft.put("host", order.target().host());
    draft.put("port", order.target().port());
    draft.put("path", order.target().requestTarget());
    draft.put("occasion", occasion(order.occasion()));
    draft.put("lab", lab(order.lab()));
    draft.put("egress", "lane"); // a clearance opens nothing else
    file(draft, history.dossier().file());
    draft.put("authorities", authorities(history.dossier().authorities()));
    draft.put("overrides", overrides(history.dossier().overrides()));
    draft.put("restricted", history.dossier().restrictions().stream().anyMatch(r -> r.holds()));
    draft.put("subject", history.subject());
    draft.put("visits", times(history.visits()));
    return host(draft, history.host());
  }

  private static Inputs.Draft host(Inputs.Draft draft, HostRecord host) {
    draft.put("host.pages", times(host.pages()));
    draft.put("host.backOffUntil", host.backOffUntil().map(Times::text));
    draft.put("host.coolOffUntil", host.coolOffUntil().map(Times::text));
    return draft.put("host.circuitUntil", host.circuitUntil().map(Times::text));
  }

  private static void file(Inputs.Draft draft, Case file) {
    draft.put("case.purpose", file.purpose());
    draft.put("case.purposeText", file.purposeText());
    draft.put("case.basis", file.lawfulBasis());
    draft.put("case.references", file.basisReferences());
    draft.put("case.jurisdictions", file.jurisdictions());
    draft.put("case.sector", file.handling().sector());
    draft.put("case.minimisation", file.handling().minimisation());
    draft.put("case.retention", file.retention());
    draft.put("case.keepUntil", file.handling().keepUntil().map(Object::toString));
    draft.put("case.closed", file.closed().isPresent());
    draft.put("case.faults", file.faults());
    draft.put("case.role", file.operatorRole());
    ObjectNode references = Json.object();
    REFERENCES.forEach(
        kind -> file.reference(kind).ifPresent(words -> references.put(kind, words)));
    draft.put("case.refs", references);
  }

  /** The facts of a copy that somebody wants. */
  static Inputs of(Request request, Instant now) {
    Inputs.Draft draft = Inputs.NONE.draft().put("now", now).put("act", request.act());
    file(draft, request.file());
    draft.put("captures", request.captures().stream().map(CaptureId::toString).toList());
    draft.put(
        "restrictions",
        request.dossier().restrictions().stream()
            .filter(Restriction::holds)
            .map(r -> r.capture().toString())
            .toList());
    ArrayNode conditions = Json.array();
    request.conditions().forEach(c -> conditions.add(c.json()));
    return draft.put("conditions", conditions).done();
  }

  private static String occasion(Occasion occasion) {
    if (occasion instanceof Occasion.Tick) {
      return "tick";
    }
    return occasion instanceof Occasion.SecondLook ? "second-look" : "asked";
  }

  private static ObjectNode lab(Lab lab) {
    ObjectNode hosts = Json.object();
    lab.hosts()
        .forEach(
            (host, at) ->
                hosts.put(
                    host,
                    (at.isUnresolved() ? at.getHostString() : at.getAddress().getHostAddress())
                        + ":"
                        + at.getPort()));
    return hosts;
  }

  private static ArrayNode authorities(List<Authority> authorities) {
    ArrayNode list = Json.array();
    for (Authority a : authorities) {
      ObjectNode one = list.addObject();
      one.put("id", a.id().toString());
      one.put("type", a.type().code());
      one.put("reference", a.reference());
      one.put("issuer", a.issuer());
      texts(one.putArray("hosts"), a.scope().hosts());
      texts(one.putArray("subjects"), a.scope().subjects());
      one.put("from", Times.text(a.from()));
      one.put("until", Times.text(a.until()));
      one.put("document", a.document().map(Sha256::hex).orElse(null));
      one.put("revokedAt", a.revokedAt().map(Times::text).orElse(null));
    }
    return list;
  }

  private static ArrayNode overrides(List<RuleOverride> overrides) {
    ArrayNode list = Json.array();
    for (RuleOverride o : overrides) {
      ObjectNode one = list.addObject();
      one.put("id", o.id().toString());
      one.put("rule", o.rule());
      texts(one.putArray("hosts"), o.scope().hosts());
      texts(one.putArray("subjects"), o.scope().subjects());
      one.put("authority", o.authority().map(Object::toString).orElse(null));
      one.put("by", o.granted().by());
      one.put("requestedBy", o.requestedBy());
      one.put("from", Times.text(o.from()));
      one.put("until", Times.text(o.until()));
    }
    return list;
  }

  static ArrayNode times(Collection<Instant> times) {
    ArrayNode list = Json.array();
    times.forEach(t -> list.add(Times.text(t)));
    return list;
  }

  static void texts(ArrayNode list, Iterable<String> texts) {
    texts.forEach(list::add);
  }
}
