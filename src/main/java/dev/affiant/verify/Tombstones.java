package dev.affiant.verify;

import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.seal.EntryType;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Which gaps erasures explain: the entries that a tombstone names and that stand before it. A
 * tombstone counts only if its own record is what its entry commits to.
 */
final class Tombstones {
  private final Map<Long, Sealed> by = new HashMap<>();

  /** The tombstones among these entries. */
  static Tombstones of(List<Sealed> entries, Holding holding) throws IOException {
    Tombstones all = new Tombstones();
    for (Sealed sealed : entries) {
      if (sealed.is(EntryType.ERASURE)) {
        Sha256 commit = sealed.entry().commit();
        Optional<byte[]> filing = holding.bytes(commit).filter(b -> Sha256.of(b).equals(commit));
        if (filing.isPresent()) {
          all.see(sealed, filing.get());
        }
      }
    }
    return all;
  }

  private void see(Sealed sealed, byte[] filing) {
    JsonNode entries = Json.parse(filing).path("entries");
    for (JsonNode entry : entries) {
      long index = entry.asLong(-1);
      if (index >= 0 && index < sealed.index()) {
        by.put(index, sealed);
      }
    }
  }

  /** The tombstone of the entry at this index, if it was erased. */
  Optional<Sealed> of(long index) {
    return Optional.ofNullable(by.get(index));
  }
}
