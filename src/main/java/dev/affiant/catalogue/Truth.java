package dev.affiant.catalogue;

import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Checkpoint;
import dev.affiant.seal.Entries;
import dev.affiant.seal.Entry;
import dev.affiant.seal.Log;
import dev.affiant.seal.Merkle;
import dev.affiant.seal.Note;
import dev.affiant.seal.Tile;
import dev.affiant.seal.TileHashes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a catalogue is projected from: a ledger as it is at one checkpoint, and the objects.
 *
 * <p>Nothing in it is verified here; that is {@code verify}'s work. What is looked at is only
 * whether a filing is what its entry commits to, because nothing else may become a row.
 */
record Truth(Holding objects, Log log, Merkle.Head head) {

  /** The ledger at its newest checkpoint. */
  static Truth of(Holding objects, Log log) {
    try {
      byte[] note =
          log.checkpoint().orElseThrow(() -> new FileNotFoundException("the ledger's checkpoint"));
      return new Truth(objects, log, Checkpoint.of(Note.parse(note)).head());
    } catch (IllegalArgumentException e) {
      throw new CatalogueFault(
          CatalogueFault.Kind.LEDGER,
          "the ledger's checkpoint cannot be read; affiant verify says more",
          e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The root that the ledger had when it was so long. */
  Sha256 root(long size) {
    if (size == head.size()) {
      return head.root();
    }
    try {
      return Merkle.root(new TileHashes(log, head.size()), size);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static CatalogueFault unreadable(IOException e) {
    return new CatalogueFault(
        CatalogueFault.Kind.LEDGER,
        "the ledger cannot be read: " + e.getMessage() + "; affiant verify says more",
        e);
  }

  /** Hands on the entries from one index up to, not including, another. */
  void read(long from, long to, Consumer<Entry> reader) {
    for (long bundle = from / Tile.FULL; bundle * Tile.FULL < to; bundle++) {
      for (Entry entry : bundle(bundle)) {
        if (entry.seq() >= from && entry.seq() < to) {
          reader.accept(entry);
        }
      }
    }
  }

  /** The entry at an index. */
  Entry entry(long index) {
    return bundle(index / Tile.FULL).get((int) (index % Tile.FULL));
  }

  private List<Entry> bundle(long index) {
    Tile tile = Tile.in(head.size(), Tile.ENTRIES, index);
    try {
      Optional<byte[]> file = log.file(tile.path());
      if (file.isEmpty() && tile.partial()) {
        // a partial bundle may be gone once the full one is there
        file = log.file(tile.full().path());
      }
      byte[] bytes = file.orElseThrow(() -> new FileNotFoundException(tile.path()));
      List<Entry> entries = new ArrayList<>();
      for (byte[] one : Entries.parse(bytes)) {
        entries.add(Entry.parse(one));
      }
      return entries;
    } catch (IllegalArgumentException e) {
      throw new CatalogueFault(
          CatalogueFault.Kind.LEDGER, tile.path() + " cannot be read; affiant verify says more", e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** What an entry commits to, and in which state it is here. */
  Filed filed(Entry entry) {
    try {
      Optional<byte[]> bytes = objects.bytes(entry.commit());
      if (bytes.isEmpty()) {
        return new Filed(entry, Document.EMPTY, Filed.GONE);
      }
      if (!Sha256.of(bytes.get()).equals(entry.commit())) {
        return new Filed(entry, Document.EMPTY, Filed.ALTERED);
      }
      return new Filed(entry, Document.parse(bytes.get()), Filed.FILED);
    } catch (IllegalArgumentException e) {
      // not one of ours, or of a version to come: the entry stands, nothing else is known
      return new Filed(entry, Document.EMPTY, Filed.UNREAD);
    } catch (IOException e) {
      throw new UncheckedIOException("object " + entry.commit() + " cannot be read", e);
    }
  }

  /**
   * An entry and the document it commits to.
   *
   * @param state one of the words of the table {@code entry}
   */
  record Filed(Entry entry, Document document, String state) {
    static final String FILED = "filed";
    static final String GONE = "gone";
    static final String ALTERED = "altered";
    static final String UNREAD = "unread";
    static final String SECOND = "second";

    boolean readable() {
      return state.equals(FILED);
    }

    Filed as(String other) {
      return new Filed(entry, document, other);
    }
  }
}
