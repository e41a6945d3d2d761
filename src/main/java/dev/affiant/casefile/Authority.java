package dev.affiant.casefile;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Times;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who allowed it, in law. It says who is accountable; it does not make a breach of terms lawful.
 *
 * <pre>{"schema":"affiant-authority/v1","id":"019a…","salt":"…","caseId":"019a…",
 * "type":"counsel-preservation","reference":"GC-2026-77","issuer":"Example LLP",
 * "hosts":["x.com"],"subjects":[],"scope":"posts of the defendant","from":"2026-11-25T00:00:00.000Z",
 * "until":"2027-03-01T00:00:00.000Z","document":"9c1e…","documentKept":false,
 * "by":"A. Clerk","at":"2026-11-25T09:00:00.000Z"}</pre>
 *
 * @param reference what the issuer calls it
 * @param from the first moment at which it holds
 * @param until the first at which it no longer does
 * @param document SHA-256 of what it is written in, where there is such
 * @param documentKept whether the document itself is an object of the store
 * @param by who put it on record; asserted, as every name here
 * @param revokedAt since when it no longer holds, if it was revoked
 */
public record Authority(
    UUID id,
    UUID caseId,
    AuthorityType type,
    String reference,
    String issuer,
    Scope scope,
    Instant from,
    Instant until,
    Optional<Sha256> document,
    boolean documentKept,
    String by,
    Instant at,
    Optional<Instant> revokedAt) {
  static final String SCHEMA = "affiant-authority/v1";
  static final String REVOKED = "affiant-authority-revoked/v1";

  /** Whether it holds at this moment. */
  public boolean holdsAt(Instant now) {
    return !now.isBefore(from)
        && now.isBefore(until)
        && revokedAt.filter(r -> !now.isBefore(r)).isEmpty();
  }

  /**
   * Whether it allows a visit to this host, of this subject's page, now.
   *
   * @param subject as {@code host/name}, where the address tells
   */
  public boolean covers(String host, Optional<String> subject, Instant now) {
    return holdsAt(now) && scope.covers(host, subject);
  }

  /** What speaks against putting it on record, in words a person can act on. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (reference.isBlank()) {
      faults.add("an authority has a reference: --ref 'HC-2026-000123'");
    }
    if (issuer.isBlank() && document.isEmpty()) {
      faults.add("an authority has an issuer or a document: --issuer 'High Court of Justice'");
    }
    if (scope.empty()) {
      faults.add("an authority covers hosts or subjects: --host x.com, --subject x.com/ada");
    }
    if (!from.isBefore(until)) {
      faults.add("an authority ends after it begins: --from 2026-11-25 --until 2027-03-01");
    }
    return faults;
  }

  /** The authority as a fact on record. */
  public Filing filing(byte[] salt) {
    ObjectNode d = Json.object();
    d.put("caseId", caseId.toString());
    d.put("type", type.code());
    d.put("reference", reference);
    d.put("issuer", issuer);
    d.set("hosts", Fields.list(scope.hosts()));
    d.set("subjects", Fields.list(scope.subjects()));
    d.put("scope", scope.words());
    d.put("from", Times.text(from));
    d.put("until", Times.text(until));
    d.put("document", document.map(Sha256::hex).orElse(null));
    d.put("documentKept", documentKept);
    d.put("by", by);
    d.put("at", Times.text(at));
    return Filing.of(EntryType.AUTHORITY, id, SCHEMA, salt, d);
  }

  /** That it no longer holds, as a fact on record. */
  public Filing revocation(Signed act, byte[] salt) {
    ObjectNode d = act.document(caseId);
    return Filing.of(EntryType.AUTHORITY, id, REVOKED, salt, d);
  }

  /**
   * Reads what {@link #filing} wrote.
   *
   * @throws IllegalArgumentException naming the field that is missing or of the wrong kind
   */
  public static Authority read(byte[] bytes) {
    Fields d = Fields.of("authority", bytes, SCHEMA);
    String type = d.text("type");
    return new Authority(
        d.id("id"),
        d.id("caseId"),
        AuthorityType.of(type)
            .orElseThrow(() -> new IllegalArgumentException("no such authority type: " + type)),
        d.text("reference"),
        d.text("issuer"),
        new Scope(d.texts("hosts"), d.texts("subjects"), d.text("scope")),
        d.time("from"),
        d.time("until"),
        d.hashIfAny("document"),
        d.flag("documentKept"),
        d.text("by"),
        d.time("at"),
        Optional.empty());
  }

  Authority revoked(Instant since) {
    return new Authority(
        id,
        caseId,
        type,
        reference,
        issuer,
        scope,
        from,
        until,
        document,
        documentKept,
        by,
        at,
        Optional.of(since));
  }
}
