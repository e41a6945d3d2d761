package dev.affiant.store;

import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Checkpoint;
import dev.affiant.seal.Growth;
import dev.affiant.seal.Note;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The append-only log in {@code ledger/}, as C2SP tlog-tiles. Who wants to write takes the {@link
 * Pen}; who reads needs nothing.
 *
 * <p>Source: c2sp.org/tlog-tiles.
 */
final class Ledger {
  private final Parts parts;
  private final LedgerFiles files;
  private byte @Nullable [] known;
  private long most;

  /** What a ledger is made of. */
  record Parts(Disk disk, Places places, ObjectFiles objects, KeyRing keys, String origin) {}

  Ledger(Parts parts) {
    this.parts = parts;
    this.files = new LedgerFiles(parts.disk(), parts.places());
  }

  LedgerFiles files() {
    return files;
  }

  Parts parts() {
    return parts;
  }

  /**
   * Waits for the ledger's lock, and looks whether the ledger is as it was left.
   *
   * @throws StoreFault if it is not: then nobody may add to it
   */
  Pen pen() throws IOException {
    Disk.Held lock = parts.disk().lock(parts.places().lock());
    boolean given = false;
    try {
      settleBirth();
      Pen pen = new Pen(this, lock, head());
      given = true;
      return pen;
    } finally {
      if (!given) {
        lock.close();
      }
    }
  }

  /**
   * A process that made the store can have been killed when {@code store.json} had its name, and
   * the name was not yet on the disk: nothing may be acknowledged in a store that could go again.
   */
  private void settleBirth() throws IOException {
    if (known == null) {
      parts.disk().syncDirectory(parts.places().root());
    }
  }

  /** The pen of a ledger that has no head yet; whoever holds the lock closes it. */
  Pen firstPen(Disk.Held lock) {
    return new Pen(this, lock, Pen.Head.NONE);
  }

  /** The head, after its signature, its tiles and its size have been looked at. */
  private Pen.Head head() throws IOException {
    Optional<byte[]> bytes = files.checkpoint();
    if (bytes.isEmpty()) {
      throw altered("the ledger's checkpoint is missing");
    }
    try {
      Checkpoint head =
          Arrays.equals(known, bytes.get())
              ? Checkpoint.of(Note.parse(bytes.get()))
              : signed(bytes.get());
      if (!edge(head.size()).equals(head.root())) {
        throw altered("the ledger's tiles do not give the root that was signed");
      }
      return new Pen.Head(head.size(), head.root());
    } catch (IllegalArgumentException e) {
      throw altered("the ledger's head is damaged (" + e.getMessage() + ")");
    }
  }

  private Sha256 edge(long size) {
    try {
      return Growth.root(files, size);
    } catch (IOException e) {
      throw altered("the ledger's newest tiles cannot be read (" + e.getMessage() + ")");
    }
  }

  private Checkpoint signed(byte[] bytes) throws IOException {
    Note note = Note.parse(bytes);
    parts.keys().settle(note);
    parts.keys().catchUp();
    if (note.standing(parts.keys().vkey()) != Note.Standing.SIGNED) {
      throw altered("the ledger's checkpoint is not signed by its key");
    }
    Checkpoint head = Checkpoint.of(note);
    if (!head.origin().equals(parts.origin())) {
      throw altered("the ledger's checkpoint is another log's, " + head.origin());
    }
    if (head.size() < most) {
      throw altered("the ledger had " + most + " entries and has " + head.size());
    }
    know(bytes, head.size());
    return head;
  }

  /** Remembers a head that this process has made or checked. */
  void know(byte[] head, long size) {
    known = head.clone();
    most = size;
  }

  private StoreFault altered(String what) {
    return Faults.altered(what, parts.places().ledger());
  }
}
