package dev.affiant.custody;

import dev.affiant.casefile.Annotation;
import dev.affiant.casefile.Dossier;
import dev.affiant.casefile.Restriction;
import dev.affiant.casefile.Signed;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Ids;
import dev.affiant.store.Receipt;
import dev.affiant.store.Store;
import java.util.Optional;

/**
 * What people do with a capture that changes no byte of it: annotate it, restrict its processing.
 * Each act is an entry.
 *
 * <p>Every method throws {@link IllegalArgumentException} in one line, if it cannot be done as
 * asked; then nothing was put on record.
 */
public final class CaptureActs {
  private final Store store;
  private final Ids ids;

  public CaptureActs(Store store, Ids ids) {
    this.store = store;
    this.ids = ids;
  }

  /** Says something of a capture beside it. */
  public Receipt annotate(Dossier dossier, CaptureId capture, Signed said) {
    if (said.reason().isBlank()) {
      throw new IllegalArgumentException(
          "an annotation says something: affiant annotate 12 --text 'the account was renamed'");
    }
    Annotation annotation = new Annotation(ids.next(), dossier.file().id(), capture, said);
    return store.record(annotation.filing(ids.salt()));
  }

  /** Restricts the processing of a capture: it is stored, and no copy leaves the store. */
  public Receipt restrict(Dossier dossier, CaptureId capture, Signed act) {
    CaseActs.require(CaseActs.signed(act));
    if (dossier.restriction(capture).isPresent()) {
      throw new IllegalArgumentException("its processing is restricted already");
    }
    Restriction restriction =
        new Restriction(ids.next(), dossier.file().id(), capture, act, Optional.empty());
    return store.record(restriction.filing(ids.salt()));
  }

  /** Lifts the restriction of a capture's processing. */
  public Receipt lift(Dossier dossier, CaptureId capture, Signed act) {
    CaseActs.require(CaseActs.signed(act));
    Restriction restriction =
        dossier
            .restriction(capture)
            .orElseThrow(() -> new IllegalArgumentException("its processing is not restricted"));
    return store.record(restriction.lifting(act, ids.salt()));
  }
}
