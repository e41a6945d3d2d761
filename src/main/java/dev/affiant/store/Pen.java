package dev.affiant.store;

import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Checkpoint;
import dev.affiant.seal.Entry;
import dev.affiant.seal.Filing;
import dev.affiant.seal.Growth;
import dev.affiant.seal.LogKey;
import dev.affiant.seal.Merkle;
import dev.affiant.seal.Note;
import dev.affiant.seal.Tile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The right to write into a ledger, while its lock is held. Used by one thread, for milliseconds.
 */
final class Pen implements AutoCloseable {
  private final Ledger ledger;
  private final Disk disk;
  private final Places places;
  private final Disk.Held lock;
  private Head head;

  /** How far the ledger goes. */
  record Head(long size, Sha256 root) {
    static final Head NONE = new Head(0, Merkle.EMPTY);
  }

  Pen(Ledger ledger, Disk.Held lock, Head head) {
    this.ledger = ledger;
    this.disk = ledger.parts().disk();
    this.places = ledger.parts().places();
    this.lock = lock;
    this.head = head;
  }

  /** The index that the next entry will have. */
  long size() {
    return head.size();
  }

  Entry entry(long index) throws IOException {
    return ledger.files().entry(head.size(), index);
  }

  /** Every entry, in order, read a bundle at a time. */
  void entries(Reader reader) throws IOException {
    for (long bundle = 0; bundle * Tile.FULL < head.size(); bundle++) {
      for (Entry entry : ledger.files().bundle(head.size(), bundle)) {
        reader.see(entry);
      }
    }
  }

  /** Somebody who is shown entries. */
  interface Reader {
    void see(Entry entry) throws IOException;
  }

  /** The receipt of an entry that is on record. */
  Receipt receipt(Entry entry) {
    return new Receipt(
        entry.type(), entry.id(), entry.seq(), head.size(), entry.commit(), head.root());
  }

  /** Puts facts on record, all or none, under the log's key. */
  List<Receipt> append(List<Filing> filings) throws IOException {
    return append(filings, List.of(ledger.parts().keys().signer()));
  }

  /**
   * Puts facts on record, all or none. Until the new checkpoint has its name nothing has happened,
   * and whatever a killed process leaves before that is written over by the next append.
   */
  List<Receipt> append(List<Filing> filings, List<LogKey> signers) throws IOException {
    ledger.parts().objects().put(filings, places.draft());
    List<Entry> entries = new ArrayList<>();
    for (Filing filing : filings) {
      long seq = head.size() + entries.size();
      entries.add(
          new Entry(filing.type().word(), filing.id(), seq, filing.commit(), Optional.empty()));
    }
    Growth growth =
        Growth.of(ledger.files(), head.size(), entries.stream().map(Entry::bytes).toList());
    writeTiles(growth);
    sign(new Checkpoint(ledger.parts().origin(), growth.size(), growth.root()), signers);
    head = new Head(growth.size(), growth.root());
    clear(growth);
    return entries.stream().map(this::receipt).toList();
  }

  private void writeTiles(Growth growth) throws IOException {
    Set<Path> unsynced = new TreeSet<>();
    for (Map.Entry<String, byte[]> file : growth.files().entrySet()) {
      Path path = places.ledger().resolve(file.getKey());
      boolean begins = begins(Tile.parse(file.getKey()));
      for (Path above : directories(path)) {
        disk.makeDirectory(above);
        // a tile's own directory gets a new name in it; those above only when the tile is new
        if (begins || above.equals(path.getParent())) {
          unsynced.add(above);
        }
      }
      disk.replace(path, places.draft(), file.getValue(), Disk.Mode.ORDINARY);
    }
    for (Path directory : unsynced) {
      disk.syncDirectory(directory);
    }
  }

  /** Whether the ledger had nothing of this tile before. */
  private boolean begins(Tile tile) {
    long hashes =
        tile.level() == Tile.ENTRIES ? head.size() : Tile.hashes(head.size(), tile.level());
    return tile.index() * Tile.FULL >= hashes;
  }

  /** The directories from the ledger's own down to the one that the file stands in. */
  private List<Path> directories(Path file) {
    List<Path> down = new ArrayList<>();
    Path at = places.ledger();
    for (Path name : at.relativize(file)) {
      down.add(at);
      at = at.resolve(name);
    }
    return down;
  }

  private void sign(Checkpoint checkpoint, List<LogKey> signers) throws IOException {
    List<Note.Mark> marks = new ArrayList<>();
    for (LogKey signer : signers) {
      marks.addAll(signer.sign(checkpoint).marks());
    }
    byte[] note = new Note(checkpoint.text(), marks).bytes();
    disk.replace(places.checkpoint(), places.draft(), note, Disk.Mode.ORDINARY);
    disk.syncDirectory(places.ledger());
    ledger.know(note, checkpoint.size());
  }

  /** Deletes partial tiles that no head needs any more, and those that killed processes left. */
  private void clear(Growth growth) {
    try {
      for (String path : growth.superseded()) {
        Path partials = places.ledger().resolve(Tile.parse(path).full().path() + ".p");
        for (String width : disk.list(partials)) {
          String file = places.ledger().relativize(partials.resolve(width)).toString();
          if (!growth.files().containsKey(file.replace('\\', '/'))) {
            disk.delete(partials.resolve(width));
          }
        }
        if (disk.list(partials).isEmpty()) {
          disk.delete(partials);
        }
      }
    } catch (IOException e) {
      // they are in nobody's way, and the next append to these tiles tries again
    }
  }

  @Override
  public void close() {
    lock.close();
  }
}
