package dev.affiant.store;

import dev.affiant.casefile.Erasure;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Sha256;
import dev.affiant.policy.Removal;
import dev.affiant.seal.EntryType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Erases under the pen, so that nobody begins, ends or records anything meanwhile.
 *
 * <p>A mark {@code erasing/<captureId>} lists the objects before the tombstone is on the ledger. As
 * long as it lies there, the erasure is not over: the next start goes on where this one was killed
 * if the tombstone is on the ledger, and otherwise forgets it, because nothing was removed.
 *
 * <pre>
 * 019a…                       the tombstone's id
 * 9c1e…(64 digits)            an object, a line each
 * </pre>
 */
final class Eraser {
  private final Ledger ledger;
  private final Disk disk;
  private final Places places;
  private final Ids ids;

  Eraser(Ledger ledger, Ids ids) {
    this.ledger = ledger;
    this.disk = ledger.parts().disk();
    this.places = ledger.parts().places();
    this.ids = ids;
  }

  /** What a mark says. */
  private record Mark(UUID tombstone, List<Sha256> objects) {}

  Receipt erase(Removal key) throws IOException {
    Erasure erasure = key.erasure();
    try (Pen pen = ledger.pen()) {
      References references = References.read(pen, ledger.parts().objects(), erasure.capture());
      references.require(erasure.caseId());
      List<Sha256> doomed = references.removable();
      Erasure.Gap gap =
          new Erasure.Gap(
              references.entries(), doomed.size(), bytes(doomed), references.sharedObjects());
      mark(erasure, doomed);
      Receipt receipt = pen.append(List.of(erasure.filing(gap, ids.salt()))).get(0);
      remove(doomed, erasure.capture());
      return receipt;
    }
  }

  /** Goes on with what a killed process left, or forgets it; says which are still not over. */
  List<CaptureId> resume() throws IOException {
    List<CaptureId> open = new ArrayList<>();
    if (disk.list(places.erasing()).isEmpty()) {
      return open;
    }
    try (Pen pen = ledger.pen()) {
      for (String name : disk.list(places.erasing())) {
        Path file = places.erasing().resolve(name);
        Optional<Mark> mark = read(file);
        if (mark.isPresent() && onRecord(pen, mark.get().tombstone())) {
          CaptureId capture = CaptureId.parse(name);
          References references = References.read(pen, ledger.parts().objects(), capture);
          List<Sha256> doomed = new ArrayList<>(mark.get().objects());
          doomed.removeAll(references.others());
          remove(doomed, capture);
          open.add(capture);
        } else {
          disk.delete(file); // no tombstone: nothing was removed
        }
      }
      disk.syncDirectory(places.erasing());
    }
    return open;
  }

  /** Says that nothing is left of it anywhere else. */
  void over(CaptureId capture) throws IOException {
    disk.delete(places.erasing().resolve(capture.toString()));
    disk.syncDirectory(places.erasing());
  }

  private long bytes(List<Sha256> objects) throws IOException {
    long sum = 0;
    for (Sha256 object : objects) {
      sum += disk.size(places.object(object)).orElse(0);
    }
    return sum;
  }

  private void mark(Erasure erasure, List<Sha256> doomed) throws IOException {
    StringBuilder text = new StringBuilder().append(erasure.id()).append('\n');
    doomed.forEach(object -> text.append(object.hex()).append('\n'));
    Path file = places.erasing().resolve(erasure.capture().toString());
    disk.makeDirectory(places.erasing());
    disk.syncDirectory(places.root());
    byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
    disk.replace(file, places.draft(), bytes, Disk.Mode.ORDINARY);
    disk.syncDirectory(places.erasing());
  }

  private Optional<Mark> read(Path file) throws IOException {
    Optional<byte[]> bytes = disk.read(file);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = new String(bytes.get(), StandardCharsets.US_ASCII).lines().toList();
    try {
      List<Sha256> objects = lines.stream().skip(1).map(Sha256::new).toList();
      return Optional.of(new Mark(UUID.fromString(lines.get(0)), objects));
    } catch (IllegalArgumentException e) {
      throw Faults.altered("the mark of an erasure is damaged", file);
    }
  }

  private static boolean onRecord(Pen pen, UUID tombstone) throws IOException {
    AtomicBoolean found = new AtomicBoolean();
    pen.entries(
        entry -> {
          if (entry.type().equals(EntryType.ERASURE.word()) && entry.id().equals(tombstone)) {
            found.set(true);
          }
        });
    return found.get();
  }

  /** Removes objects, the capture's staging, and the draft, which may hold the newest filing. */
  private void remove(List<Sha256> objects, CaptureId capture) throws IOException {
    Set<Path> shelves = new TreeSet<>();
    for (Sha256 object : objects) {
      if (disk.size(places.object(object)).isPresent()) {
        disk.delete(places.object(object));
        shelves.add(places.shelf(object));
      }
    }
    for (Path shelf : shelves) {
      disk.syncDirectory(shelf);
    }
    for (String name : disk.list(places.staging())) {
      if (name.contains(capture.toString())) {
        disk.deleteTree(places.staging().resolve(name));
      }
    }
    disk.delete(places.draft());
    disk.syncDirectory(places.staging());
    disk.syncDirectory(places.ledger());
  }
}
