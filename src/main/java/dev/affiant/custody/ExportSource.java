package dev.affiant.custody;

import dev.affiant.evidence.Holding;
import dev.affiant.seal.Log;
import dev.affiant.seal.VKey;
import dev.affiant.store.Store;

/**
 * A store, as far as an export reads it.
 *
 * @param log as it was at one checkpoint
 * @param vkey the key that signed that checkpoint
 */
public record ExportSource(Holding holding, Log log, VKey vkey) {

  /** A store as it is now. */
  public static ExportSource of(Store store) {
    return new ExportSource(store, store.log(), store.vkey());
  }
}
