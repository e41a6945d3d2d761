package dev.affiant.policy;

import java.util.UUID;

/** The key to a copy of evidence that leaves the store: an export, a hand-over, a bundle. */
public final class Disclosure {
  private final Decision decision;
  private final UUID caseId;

  Disclosure(Decision decision, UUID caseId) {
    this.decision = decision;
    this.caseId = caseId;
  }

  public Decision decision() {
    return decision;
  }

  public UUID caseId() {
    return caseId;
  }
}
