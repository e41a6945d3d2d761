package dev.affiant.casefile;

import dev.affiant.evidence.CaptureId;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * A legal hold: until it is lifted, nothing that it reaches is erased, whatever retention or a
 * request says.
 *
 * <pre>{"schema":"affiant-hold/v1","id":"019a…","salt":"…","caseId":"019a…","by":"A. Clerk",
 * "reason":"litigation pending","at":"2026-11-25T09:00:00.000Z","reference":"LH-7",
 * "captures":[],"reviewOn":"2027-05-25"}</pre>
 *
 * @param reference what it is called in the matter's papers
 * @param captures what it holds; none: everything of the case
 * @param reviewOn when somebody looks again whether it is needed
 * @param lifted who lifted it, if somebody did
 */
public record Hold(
    UUID id,
    UUID caseId,
    String reference,
    List<CaptureId> captures,
    LocalDate reviewOn,
    Signed placed,
    Optional<Signed> lifted) {
  static final String SCHEMA = "affiant-hold/v1";
  static final String LIFTED = "affiant-hold-lifted/v1";

  public Hold {
    captures = List.copyOf(captures);
  }

  public boolean holds() {
    return lifted.isEmpty();
  }

  /** Whether it reaches this capture of its case. */
  public boolean reaches(CaptureId capture) {
    return holds() && (captures.isEmpty() || captures.contains(capture));
  }

  /** What speaks against putting it on record, in words a person can act on. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (reference.isBlank()) {
      faults.add("a hold has a reference: --ref LH-7");
    }
    if (placed.by().isBlank()) {
      faults.add("a hold has an owner: --by 'A. Clerk'");
    }
    if (placed.reason().isBlank()) {
      faults.add("a hold has a reason: --reason 'proceedings are expected'");
    }
    return faults;
  }

  /** The hold as a fact on record. */
  public Filing filing(byte[] salt) {
    ObjectNode d = placed.document(caseId);
    d.put("reference", reference);
    d.set("captures", Fields.list(captures.stream().map(CaptureId::toString).toList()));
    d.put("reviewOn", reviewOn.toString());
    return Filing.of(EntryType.HOLD, id, SCHEMA, salt, d);
  }

  /** That it is lifted, as a fact on record. */
  public Filing lifting(Signed act, byte[] salt) {
    return Filing.of(EntryType.LIFT, id, LIFTED, salt, act.document(caseId));
  }

  /**
   * Reads what {@link #filing} wrote.
   *
   * @throws IllegalArgumentException naming the field that is missing or of the wrong kind
   */
  public static Hold read(byte[] bytes) {
    Fields d = Fields.of("hold", bytes, SCHEMA);
    return new Hold(
        d.id("id"),
        d.id("caseId"),
        d.text("reference"),
        d.texts("captures").stream().map(CaptureId::parse).toList(),
        d.day("reviewOn"),
        Signed.read(d),
        Optional.empty());
  }

  Hold lifted(Signed act) {
    return new Hold(id, caseId, reference, captures, reviewOn, placed, Optional.of(act));
  }
}
