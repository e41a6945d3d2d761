package dev.affiant.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Checkpoint;
import dev.affiant.seal.Entry;
import dev.affiant.seal.Log;
import dev.affiant.seal.Merkle;
import dev.affiant.seal.Note;
import dev.affiant.seal.TileHashes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Looks at a whole store the slow way: every entry, every hash, every filing, every end. */
final class StoreAudit {
  private static final Set<String> ENDS = Set.of("capture", "refusal", "interrupted");

  private StoreAudit() {}

  /** The ledger verifies and every filing is what its entry says. */
  static List<Entry> sound(Store store) throws IOException {
    Log log = store.log();
    Note note = Note.parse(log.checkpoint().orElseThrow());
    assertEquals(Note.Standing.SIGNED, note.standing(store.vkey()));
    Checkpoint head = Checkpoint.of(note);
    TileHashes tiles = new TileHashes(log, head.size());
    assertEquals(head.root(), Merkle.root(tiles, head.size()));
    List<Entry> entries = new ArrayList<>();
    for (Recorded recorded : store.recorded(0).toList()) {
      Entry entry = recorded.entry();
      assertEquals(entries.size(), entry.seq());
      assertEquals(tiles.at(0, entry.seq()), Merkle.leaf(entry.bytes()));
      assertTrue(recorded.genuine(), () -> entry.type() + " has lost its filing");
      entries.add(entry);
    }
    assertEquals(head.size(), entries.size());
    return entries;
  }

  /** Besides, every attempt has exactly one end, after it, and nothing lies in staging. */
  static List<Entry> closed(Store store) throws IOException {
    List<Entry> entries = sound(store);
    Map<UUID, Integer> ends = new HashMap<>();
    for (Entry entry : entries) {
      if (entry.type().equals("attempt")) {
        assertEquals(null, ends.put(entry.id(), 0), "two attempts of one id");
      } else if (ENDS.contains(entry.type()) && ends.containsKey(entry.id())) {
        ends.merge(entry.id(), 1, Integer::sum);
      }
    }
    ends.forEach((id, count) -> assertEquals(1, count, () -> "ends of attempt " + id));
    assertTrue(store.underWay().isEmpty(), "staging of a closed attempt");
    return entries;
  }

  /** What a receipt says is so. */
  static void holds(Store store, Receipt receipt) throws IOException {
    Entry entry = store.recordedAt(receipt.index()).orElseThrow().entry();
    assertEquals(receipt.id(), entry.id());
    assertEquals(receipt.commit(), entry.commit());
    assertEquals(receipt.type(), entry.type());
    TileHashes tiles = new TileHashes(store.log(), store.size());
    assertEquals(receipt.root(), Merkle.root(tiles, receipt.treeSize()));
  }

  static void kept(Store store, Sha256 object) throws IOException {
    byte[] bytes = store.bytes(object).orElseThrow(() -> new AssertionError("lost " + object));
    assertEquals(object, Sha256.of(bytes), "a torn object");
  }
}
