package dev.affiant.store;

import dev.affiant.casefile.Occasion;
import dev.affiant.casefile.Order;
import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The record that an attempt's entry commits to, made before any byte is sent.
 *
 * <pre>{"schema":"affiant-attempt/v1","id":"019a…","salt":"…","captureId":"019a…","caseId":"019a…",
 * "target":"https://…","operator":"A. Smith","profile":null,"engine":"playwright",
 * "occasion":{"kind":"asked","batch":null},"planned":["response",…],"lab":false,
 * "at":"2026-11-24T22:51:29.004Z"}</pre>
 */
final class AttemptFiling {
  private AttemptFiling() {}

  static Filing of(Order order, Ids ids, Instant at) {
    ObjectNode facts = Json.object();
    facts.put("captureId", order.id().toString());
    facts.put("caseId", order.file().id().toString());
    facts.put("target", order.target().toString());
    facts.put("operator", order.file().operator());
    facts.put("profile", order.profile().orElse(null));
    facts.put("engine", order.engine());
    facts.set("occasion", occasion(order.occasion()));
    ArrayNode planned = facts.putArray("planned");
    order.planned().forEach(role -> planned.add(role.word()));
    facts.put("lab", order.lab().on());
    facts.put("at", Times.text(at));
    return Filing.of(
        EntryType.ATTEMPT, order.id().value(), "affiant-attempt/v1", ids.salt(), facts);
  }

  private static ObjectNode occasion(Occasion occasion) {
    ObjectNode facts = Json.object();
    if (occasion instanceof Occasion.Asked asked) {
      facts.put("kind", "asked");
      facts.put("batch", asked.batch().map(Object::toString).orElse(null));
    } else if (occasion instanceof Occasion.Tick tick) {
      facts.put("kind", "tick").put("watch", tick.watch().toString());
      facts.put("due", Times.text(tick.due()));
    } else if (occasion instanceof Occasion.SecondLook look) {
      facts.put("kind", "second-look").put("of", look.of().toString());
    }
    return facts;
  }
}
