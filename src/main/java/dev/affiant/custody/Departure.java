package dev.affiant.custody;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import dev.affiant.policy.Disclosure;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * That a copy leaves the store in another form than an export's or a hand-over's: an answer to a
 * subject. It is put on record before the copy is made, so that none leaves unrecorded.
 *
 * <pre>{"schema":"affiant-export/v1","id":"019a…","salt":"…","caseId":"019a…","form":"subject",
 * "captures":["019a…"],"recipient":"counsel","at":"2026-11-25T09:00:00.000Z"}</pre>
 *
 * @param form {@code subject}
 * @param recipient whom it is for, where somebody said so
 */
public record Departure(String form, List<CaptureId> captures, Optional<String> recipient) {
  public Departure {
    captures = List.copyOf(captures);
  }

  /** The departure as a fact on record. */
  public Filing filing(Disclosure key, Ids ids, Instant at) {
    ObjectNode facts = Json.object();
    facts.put("caseId", key.caseId().toString());
    facts.put("form", form);
    facts.putArray("captures");
    captures.forEach(c -> facts.withArray("captures").add(c.toString()));
    facts.put("recipient", recipient.orElse(null));
    facts.put("at", Times.text(at));
    return Filing.of(EntryType.EXPORT, ids.next(), "affiant-export/v1", ids.salt(), facts);
  }
}
