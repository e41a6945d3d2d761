package dev.affiant.store;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Sha256;
import dev.affiant.policy.Clearance;
import dev.affiant.policy.Removal;
import dev.affiant.seal.Checkpoint;
import dev.affiant.seal.Entry;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import dev.affiant.seal.KeyStatement;
import dev.affiant.seal.Log;
import dev.affiant.seal.LogKey;
import dev.affiant.seal.Note;
import dev.affiant.seal.VKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ledger and objects in one directory: the truth, and the only way to add to it.
 *
 * <p>What it acknowledges is durable: the objects, the entry, the signed head. Any thread and any
 * process may add at once; each waits for the others' milliseconds. Reading takes no lock and
 * writes nothing.
 *
 * <p>Every method may throw {@link StoreFault}, and then nothing was acknowledged.
 */
public final class Store implements Holding {
  private final Ledger ledger;
  private final Faults faults;
  private final Means means;
  private final Description description;

  /**
   * What a store needs of the world.
   *
   * @param password of the log's key; without one, a random one is made and kept beside the key
   */
  public record Means(Clock clock, Ids ids, Optional<char[]> password) {}

  Store(Ledger ledger, Faults faults, Means means, Description description) {
    this.ledger = ledger;
    this.faults = faults;
    this.means = means;
    this.description = description;
  }

  /** Whether a directory is a store. */
  public static boolean exists(Path root) {
    return Founding.exists(new LocalDisk(), root);
  }

  /** The store in a directory. Reads a few small files and writes nothing. */
  public static Store open(Path root, Means means) {
    return Founding.open(new LocalDisk(), root, means);
  }

  /**
   * Makes a store in a directory, which is made if need be, with its key and first entries.
   *
   * @param origin the log's name, or none for {@code affiant.invalid/} and 16 random digits
   */
  public static Store create(Path root, Optional<String> origin, Means means) {
    return Founding.create(new LocalDisk(), root, origin, means);
  }

  /** The store in a directory, made if there is none. */
  public static Store openOrCreate(Path root, Optional<String> origin, Means means) {
    return exists(root) ? open(root, means) : create(root, origin, means);
  }

  /** The directory. */
  public Path root() {
    return faults.root();
  }

  /** The log's name. */
  public String origin() {
    return description.origin();
  }

  public Instant created() {
    return description.created();
  }

  // ---- adding

  /** Puts a fact on record. */
  public Receipt record(Filing filing) {
    return record(List.of(filing)).get(0);
  }

  /** Puts facts on record in this order, all or none. */
  public List<Receipt> record(List<Filing> filings) {
    return faults.guard(
        () -> {
          try (Pen pen = ledger.pen()) {
            return pen.append(filings);
          }
        });
  }

  /**
   * Puts a fact on record together with a file that belongs to it: the file's bytes become an
   * object first.
   *
   * @param attached SHA-256 of the file, which the filing states
   * @throws IllegalArgumentException if the file is another by now
   */
  public Receipt record(Filing filing, Sha256 attached, Path file) {
    return faults.guard(
        () -> {
          try (Pen pen = ledger.pen()) {
            ledger.parts().objects().copy(attached, file, places().draft());
            return pen.append(List.of(filing)).get(0);
          }
        });
  }

  /** Puts on record that an order was refused before anything was sent; it has no attempt. */
  public Receipt refuse(Filing refusal) {
    if (refusal.type() != EntryType.REFUSAL) {
      throw new IllegalArgumentException("not a refusal: " + refusal.type().word());
    }
    return record(refusal);
  }

  /** Begins a capture: its attempt is on record when this returns. */
  public Attempt begin(Clearance clearance) {
    return faults.guard(
        () -> begin(clearance, new StagingPlace(disk(), places(), clearance.order().id())));
  }

  private Attempt begin(Clearance clearance, StagingPlace place) throws IOException {
    Filing filing = AttemptFiling.of(clearance.order(), means.ids(), means.clock().instant());
    try (Pen pen = ledger.pen()) {
      Disk.Held alive = place.make();
      boolean begun = false;
      try {
        place.willBegin(pen);
        Receipt receipt = pen.append(List.of(filing)).get(0);
        Attempt attempt = new Attempt(ledger, faults, place, alive, receipt);
        begun = true;
        return attempt;
      } finally {
        if (!begun) {
          alive.close();
        }
      }
    }
  }

  /**
   * Gives an end to every attempt whose capture does not live any more, and looks whether the
   * ledger can be added to. What every writing command does first.
   *
   * @return the attempts that were closed
   */
  public List<Closed> recover() {
    ledger.parts().keys().warm();
    return faults.guard(() -> new Recovery(ledger, means.clock(), means.ids()).run());
  }

  /**
   * An attempt that recovery closed as interrupted.
   *
   * @param droppedBytes how much had been staged; nobody decided that it may be kept
   */
  public record Closed(CaptureId id, long droppedBytes, Receipt receipt) {}

  /**
   * Erases a capture: its tombstone is on record, and of its objects those are gone that nothing
   * else refers to. The erasure is over only when {@link #erased} says that nothing beside the
   * store holds a byte of it any more; until then every start goes on with it.
   *
   * @throws IllegalArgumentException in one line, if it cannot be erased; then nothing was
   */
  public Receipt erase(Removal key) {
    Receipt receipt = faults.guard(() -> eraser().erase(key));
    state().forget(key.erasure().capture());
    return receipt;
  }

  /**
   * Goes on with erasures that a killed process left. Part of what every writing command does
   * first.
   *
   * @return the captures whose erasure is not over: whoever asks sees to what lies beside the store
   *     and then says {@link #erased}
   */
  public List<CaptureId> resumeErasures() {
    List<CaptureId> open = faults.guard(() -> eraser().resume());
    open.forEach(state()::forget);
    return open;
  }

  /** Says that nothing beside the store holds a byte of this capture any more. */
  public void erased(CaptureId capture) {
    faults.guard(
        () -> {
          eraser().over(capture);
          return true;
        });
  }

  private Eraser eraser() {
    return new Eraser(ledger, means.ids());
  }

  /** Makes a new log key; the old one vouches for it, and signs nothing after that. */
  public Receipt rotateKey() {
    return faults.guard(
        () -> {
          Instant now = means.clock().instant();
          KeyRing keys = ledger.parts().keys();
          try (Pen pen = ledger.pen()) {
            LogKey old = keys.signer();
            LogKey next = keys.makeNext(now);
            Filing filing = KeyStatement.of(next, Optional.of(old), now).filing(means.ids(), now);
            Receipt receipt = pen.append(List.of(filing), List.of(next, old)).get(0);
            keys.settle(Note.parse(log().checkpoint().orElseThrow()));
            return receipt;
          }
        });
  }

  // ---- reading

  @Override
  public Optional<InputStream> open(Sha256 object) throws IOException {
    return ledger.parts().objects().open(object);
  }

  /** The ledger as it is now: one checkpoint, however it grows while it is read. */
  public Log log() {
    LedgerFiles files = ledger.files();
    return faults.guard(() -> new PinnedLog(files.checkpoint(), files));
  }

  /** The newest head. That its signature holds is not checked here. */
  public Checkpoint checkpoint() {
    return faults.guard(
        () -> {
          try {
            return Checkpoint.of(Note.parse(ledger.files().checkpoint().orElse(new byte[0])));
          } catch (IllegalArgumentException e) {
            throw Faults.altered("the ledger's checkpoint is not one", places().checkpoint());
          }
        });
  }

  /** How many entries there are. */
  public long size() {
    return checkpoint().size();
  }

  /** What the head's signature is checked with. */
  public VKey vkey() {
    return faults.guard(ledger.parts().keys()::vkey);
  }

  /**
   * The entries from this index to the newest, in order, each with its filing, read as they are
   * asked for.
   */
  public Stream<Recorded> recorded(long from) {
    return new History(ledger, faults).from(from, size());
  }

  /** The entries from this index to the newest, in order, without their filings. */
  public Stream<Entry> entries(long from) {
    return new History(ledger, faults).entries(from, size());
  }

  /**
   * The entries of these types, in order, each with its filing; of the others nothing is read but
   * the entry itself.
   */
  public Stream<Recorded> recorded(Set<EntryType> types) {
    Set<String> words = types.stream().map(EntryType::word).collect(Collectors.toSet());
    return new History(ledger, faults).of(words, size());
  }

  /** The entry at this index, if the ledger goes so far. */
  public Optional<Recorded> recordedAt(long index) {
    return new History(ledger, faults).from(index, Math.min(size(), index + 1)).findFirst();
  }

  /** The captures that are under way, here or in another process, or that wait for recovery. */
  public Set<CaptureId> underWay() {
    return faults.guard(
        () -> {
          Set<CaptureId> open = new HashSet<>();
          for (String name : disk().list(places().staging())) {
            StagingPlace.open(name).ifPresent(open::add);
          }
          return open;
        });
  }

  // ---- beside the record

  /** What may be lost without losing evidence. */
  public State state() {
    return new State(faults, places().state());
  }

  /** Writes the newest head in words, to be sent to somebody outside, and says where it lies. */
  public Path writeReceipt() {
    return faults.guard(
        () -> {
          byte[] note = ledger.files().checkpoint().orElseThrow();
          HeadInWords words = new HeadInWords(Note.parse(note), vkey(), means.clock().instant());
          Path file = places().receipts().resolve(words.size() + ".txt");
          disk().makeDirectory(places().receipts());
          disk().replace(file, file.resolveSibling("draft"), words.bytes(), Disk.Mode.ORDINARY);
          disk().syncDirectory(places().receipts());
          return file;
        });
  }

  private Disk disk() {
    return faults.disk();
  }

  private Places places() {
    return ledger.parts().places();
  }
}
