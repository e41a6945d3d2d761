package dev.affiant.store;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.Dossier;

/** Reads from a store what is on record about its cases. */
public final class Dossiers {
  private Dossiers() {}

  /** The case with its authorities, holds, restrictions and overrides as they are now. */
  public static Dossier of(Store store, Case file) {
    Dossier.Reader reader = new Dossier.Reader();
    store
        .recorded(Dossier.TYPES)
        .filter(Recorded::genuine)
        .forEach(r -> reader.see(r.entry().id(), r.filing().orElseThrow()));
    return reader.of(file);
  }
}
