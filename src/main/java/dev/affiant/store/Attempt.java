package dev.affiant.store;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Staging;
import dev.affiant.policy.Keep;
import dev.affiant.seal.Entry;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import dev.affiant.seal.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A capture that has begun: its entry is on the ledger, its bytes lie in staging, and it will have
 * exactly one end. The first end counts; every later one is answered with the first one's receipt.
 *
 * <p>Closing it without an end leaves it to {@link Store#recover}, as if the process had been
 * killed. Any thread may end it.
 */
public final class Attempt implements AutoCloseable {
  private static final Set<EntryType> ENDS =
      Set.of(EntryType.CAPTURE, EntryType.REFUSAL, EntryType.INTERRUPTED);

  private final Ledger ledger;
  private final Faults faults;
  private final StagingPlace place;
  private final Disk.Held alive;
  private final Receipt begun;
  private final StagedFiles files;
  private final DiskStaging observed;
  private final DiskStaging derived;
  private @Nullable Receipt ended;
  private boolean closed;

  Attempt(Ledger ledger, Faults faults, StagingPlace place, Disk.Held alive, Receipt begun) {
    this.ledger = ledger;
    this.faults = faults;
    this.place = place;
    this.alive = alive;
    this.begun = begun;
    this.files = new StagedFiles(faults.disk(), place.directory());
    this.observed = new DiskStaging(files);
    this.derived = new DiskStaging(files);
  }

  public CaptureId id() {
    return place.id();
  }

  /** Where the attempt's own entry stands. */
  public Receipt begun() {
    return begun;
  }

  /** Where what is observed goes, until the recording is stopped and shuts it. */
  public Staging staging() {
    return observed;
  }

  /**
   * Where what we make of the observed goes: the same place, through a door of its own that is open
   * until the attempt ends. Either staging reads back what came in by the other.
   */
  public Staging derived() {
    return derived;
  }

  /**
   * Ends the attempt and keeps what policy lets us keep: these artifacts become objects, the rest
   * of the staging is wiped. When it returns, all is durable.
   *
   * @param end a {@code capture}, {@code refusal} or {@code interrupted} filing with the attempt's
   *     id
   * @param kept the artifacts that the filing lists as kept
   * @throws IllegalArgumentException if the filing is not this attempt's end, if the key withholds
   *     one of the artifacts, or if its bytes were never staged
   * @throws StoreFault if it cannot be written; nothing was acknowledged, and it may be tried again
   */
  public synchronized Receipt end(Filing end, List<Artifact> kept, Keep keep) {
    for (Artifact artifact : kept) {
      keep.withholds(artifact.role())
          .ifPresent(
              rule -> {
                throw new IllegalArgumentException(artifact.name() + " is withheld by " + rule);
              });
    }
    return faults.guard(() -> finish(end, kept));
  }

  /**
   * Ends the attempt with a manifest's filing, and keeps what it lists; see the other {@code end}.
   */
  public Receipt end(Filing manifest, Keep keep) {
    return end(manifest, Manifest.parse(manifest.bytes()).artifacts(), keep);
  }

  /** Ends the attempt and keeps nothing of what is staged; see the first {@code end}. */
  public synchronized Receipt end(Filing end) {
    return faults.guard(() -> finish(end, List.of()));
  }

  private Receipt finish(Filing end, List<Artifact> kept) throws IOException {
    if (ended != null) {
      return ended;
    }
    if (closed || !end.id().equals(id().value()) || !ENDS.contains(end.type())) {
      throw new IllegalArgumentException(end.type().word() + " does not end attempt " + id());
    }
    observed.shut();
    derived.shut();
    Map<Sha256, Path> objects = staged(kept);
    ledger.parts().objects().adopt(objects);
    Receipt receipt;
    try (Pen pen = ledger.pen()) {
      // an erasure may have removed what we shared and did not refer to yet; it is still staged
      ledger.parts().objects().adopt(ledger.parts().objects().absent(objects));
      // an end that failed at its very last step stands on the ledger, though nobody was told
      Optional<Entry> already = place.end(pen);
      receipt = already.isPresent() ? pen.receipt(already.get()) : record(pen, end);
      ended = receipt;
      tidy();
    }
    close();
    return receipt;
  }

  private Map<Sha256, Path> staged(List<Artifact> kept) throws IOException {
    Map<Sha256, Path> found = new LinkedHashMap<>();
    for (Artifact artifact : kept) {
      Sha256 hash = artifact.digest().sha256();
      Optional<Path> file = files.whole(hash);
      if (file.isEmpty() && !ledger.parts().objects().has(hash)) {
        throw new IllegalArgumentException(artifact.name() + " was never staged");
      }
      file.ifPresent(path -> found.put(hash, path));
    }
    return found;
  }

  private Receipt record(Pen pen, Filing end) throws IOException {
    place.willEnd(pen);
    return pen.append(List.of(end)).get(0);
  }

  private void tidy() {
    try {
      faults.disk().deleteTree(place.retire());
    } catch (IOException e) {
      // the end is on record; what could not be wiped now is wiped by the next recovery
    }
  }

  /** Lets go of it. Without an end, the next recovery gives it one. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      observed.shut();
      derived.shut();
      alive.close();
    }
  }
}
