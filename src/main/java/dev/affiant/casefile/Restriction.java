package dev.affiant.casefile;

import dev.affiant.evidence.CaptureId;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * A restriction of processing: the capture is stored and nothing else is done with it; no copy
 * leaves the store until it is lifted.
 *
 * <pre>{"schema":"affiant-restriction/v1","id":"019a…","salt":"…","caseId":"019a…","by":"A. Clerk",
 * "reason":"accuracy contested","at":"2026-11-25T09:00:00.000Z","captureId":"019a…"}</pre>
 *
 * <p>Source: GDPR Article 18.
 *
 * @param lifted who lifted it, if somebody did
 */
public record Restriction(
    UUID id, UUID caseId, CaptureId capture, Signed placed, Optional<Signed> lifted) {
  static final String SCHEMA = "affiant-restriction/v1";
  static final String LIFTED = "affiant-restriction-lifted/v1";

  public boolean holds() {
    return lifted.isEmpty();
  }

  /** The restriction as a fact on record. */
  public Filing filing(byte[] salt) {
    return Filing.of(EntryType.RESTRICT, id, SCHEMA, salt, document(placed));
  }

  /** That it is lifted, as a fact on record. */
  public Filing lifting(Signed act, byte[] salt) {
    return Filing.of(EntryType.LIFT, id, LIFTED, salt, document(act));
  }

  private ObjectNode document(Signed act) {
    return act.document(caseId).put("captureId", capture.toString());
  }

  /**
   * Reads what {@link #filing} wrote.
   *
   * @throws IllegalArgumentException naming the field that is missing or of the wrong kind
   */
  public static Restriction read(byte[] bytes) {
    Fields d = Fields.of("restriction", bytes, SCHEMA);
    return new Restriction(
        d.id("id"),
        d.id("caseId"),
        new CaptureId(d.id("captureId")),
        Signed.read(d),
        Optional.empty());
  }

  Restriction lifted(Signed act) {
    return new Restriction(id, caseId, capture, placed, Optional.of(act));
  }
}
