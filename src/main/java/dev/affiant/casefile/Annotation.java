package dev.affiant.casefile;

import dev.affiant.evidence.CaptureId;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import java.util.UUID;

/**
 * What somebody says of a capture afterwards. It stands beside the capture, which is not edited:
 * that is how a sealed record is rectified.
 *
 * <pre>{"schema":"affiant-annotation/v1","id":"019a…","salt":"…","caseId":"019a…","by":"A. Clerk",
 * "reason":"the account was renamed on 2026-11-20","at":"2026-11-25T09:00:00.000Z",
 * "captureId":"019a…"}</pre>
 *
 * @param said the words, in the place of a reason
 */
public record Annotation(UUID id, UUID caseId, CaptureId capture, Signed said) {
  private static final String SCHEMA = "affiant-annotation/v1";

  /** The annotation as a fact on record. */
  public Filing filing(byte[] salt) {
    return Filing.of(
        EntryType.ANNOTATE,
        id,
        SCHEMA,
        salt,
        said.document(caseId).put("captureId", capture.toString()));
  }
}
