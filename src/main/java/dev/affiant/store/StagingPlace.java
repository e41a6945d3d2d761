package dev.affiant.store;

import dev.affiant.evidence.CaptureId;
import dev.affiant.seal.Entry;
import dev.affiant.seal.EntryType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One capture's directory below {@code staging/}, while its attempt is open.
 *
 * <pre>
 * alive     the lock that the capture holds as long as it lives
 * begin     the index of the attempt's entry
 * end       the index of its end's entry
 * 0.part …  bytes
 * </pre>
 *
 * <p>{@code begin} and {@code end} are written, durably, just before the entry is, by whoever holds
 * the pen. So what a killed process leaves says where to look: the entry at that index is the
 * attempt's, or nothing was put on record. Nobody needs to search the ledger. An ended attempt's
 * directory is renamed before it is emptied, so that an end cannot be forgotten by halves.
 */
final class StagingPlace {
  private static final String ENDED = "ended-";
  private static final Set<String> ENDS =
      Set.of(EntryType.CAPTURE.word(), EntryType.REFUSAL.word(), EntryType.INTERRUPTED.word());

  private final Disk disk;
  private final Path parent;
  private final CaptureId id;

  StagingPlace(Disk disk, Places places, CaptureId id) {
    this.disk = disk;
    this.parent = places.staging();
    this.id = id;
  }

  /** The capture whose directory has this name, if it is one of an open attempt. */
  static Optional<CaptureId> open(String name) {
    try {
      return Optional.of(CaptureId.parse(name)).filter(id -> id.toString().equals(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether a directory of this name belongs to an attempt that has its end. */
  static boolean ended(String name) {
    return name.startsWith(ENDED);
  }

  CaptureId id() {
    return id;
  }

  Path directory() {
    return parent.resolve(id.toString());
  }

  /** Makes it, and takes its lock. */
  Disk.Held make() throws IOException {
    disk.makeDirectory(directory());
    return disk.tryLock(directory().resolve("alive"))
        .orElseThrow(() -> new IOException("the capture " + id + " is under way already"));
  }

  /** Its lock, if the capture does not live. */
  Optional<Disk.Held> seize() throws IOException {
    return disk.tryLock(directory().resolve("alive"));
  }

  /** Says that the attempt will be the next entry. */
  void willBegin(Pen pen) throws IOException {
    note("begin", pen);
    disk.syncDirectory(directory());
    disk.syncDirectory(parent);
  }

  /** Says that the end will be the next entry. */
  void willEnd(Pen pen) throws IOException {
    note("end", pen);
    disk.syncDirectory(directory());
  }

  private void note(String name, Pen pen) throws IOException {
    byte[] index = (pen.size() + "\n").getBytes(StandardCharsets.US_ASCII);
    Path draft = directory().resolve(name + ".draft");
    disk.replace(directory().resolve(name), draft, index, Disk.Mode.ORDINARY);
  }

  /** The attempt's entry, if it is on record. */
  Optional<Entry> begun(Pen pen) throws IOException {
    return recorded("begin", pen, EntryType.ATTEMPT.word()::equals);
  }

  /** The end's entry, if it is on record. */
  Optional<Entry> end(Pen pen) throws IOException {
    return recorded("end", pen, ENDS::contains);
  }

  private Optional<Entry> recorded(String name, Pen pen, Predicate<String> type)
      throws IOException {
    OptionalLong index = index(name);
    if (index.isEmpty() || index.getAsLong() >= pen.size()) {
      return Optional.empty();
    }
    Entry entry = pen.entry(index.getAsLong());
    boolean ours = entry.id().equals(id.value()) && type.test(entry.type());
    return ours ? Optional.of(entry) : Optional.empty();
  }

  private OptionalLong index(String name) throws IOException {
    Optional<byte[]> bytes = disk.read(directory().resolve(name));
    String text = bytes.map(b -> new String(b, StandardCharsets.US_ASCII)).orElse("");
    return text.matches("[0-9]{1,18}\n")
        ? OptionalLong.of(Long.parseLong(text.strip()))
        : OptionalLong.empty();
  }

  /** How many bytes of the page lie in it. */
  long bytes() throws IOException {
    long sum = 0;
    for (String name : disk.list(directory())) {
      if (name.endsWith(StagedFiles.SUFFIX)) {
        sum += disk.size(directory().resolve(name)).orElse(0);
      }
    }
    return sum;
  }

  /** Removes the bytes of the page, which nobody will keep any more. */
  void empty() throws IOException {
    for (String name : disk.list(directory())) {
      if (name.endsWith(StagedFiles.SUFFIX)) {
        disk.delete(directory().resolve(name));
      }
    }
  }

  /** Marks it as an ended attempt's; durable when it returns. */
  Path retire() throws IOException {
    Path ended = parent.resolve(ENDED + id);
    disk.move(directory(), ended);
    disk.syncDirectory(parent);
    return ended;
  }
}
