package dev.affiant.policy;

import dev.affiant.casefile.Erasure;

/** The key to an erasure: one capture, by two people, on one ground. */
public final class Removal {
  private final Decision decision;
  private final Erasure erasure;

  Removal(Decision decision, Erasure erasure) {
    this.decision = decision;
    this.erasure = erasure;
  }

  public Decision decision() {
    return decision;
  }

  public Erasure erasure() {
    return erasure;
  }
}
