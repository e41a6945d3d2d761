package dev.affiant.store;

import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Entry;
import java.util.Optional;

/**
 * An entry with the filing that it commits to.
 *
 * @param filing the bytes of the document; empty if they were erased or are lost. They are as they
 *     lie on the disk: {@link #genuine} says whether they are what was filed
 */
public record Recorded(Entry entry, Optional<byte[]> filing) {

  /** Whether the filing is here and is what the entry commits to. */
  public boolean genuine() {
    return filing.map(bytes -> Sha256.of(bytes).equals(entry.commit())).orElse(false);
  }
}
