package dev.affiant.verify;

import dev.affiant.evidence.Folder;
import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Checkpoint;
import dev.affiant.seal.Note;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Checks evidence against its own record: signature, tree, entries, manifests, bytes. Reads and
 * writes nothing but through what it is given.
 */
public final class Verify {
  private final Trust trust;
  private final Progress progress;

  public Verify(Trust trust, Progress progress) {
    this.trust = trust;
    this.progress = progress;
  }

  /** A whole store. */
  public Report store(Subject subject) {
    return store(subject, Optional.empty());
  }

  /** One capture, or other record, of a store: the whole ledger, but only this one's objects. */
  public Report one(Subject subject, UUID id) {
    return store(subject, Optional.of(id));
  }

  /** What was exported: a directory, or the inside of a WACZ. */
  public Report export(Folder folder) {
    try {
      return new ExportCheck(folder, trust, progress).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Report store(Subject subject, Optional<UUID> id) {
    List<Finding> findings = new ArrayList<>();
    try {
      Head head = new Head(trust, subject.own(), findings::add);
      Optional<Note> note = head.read(subject.log().checkpoint());
      List<Sealed> entries = List.of();
      if (note.isPresent()) {
        Checkpoint checkpoint = Checkpoint.of(note.get());
        LogCheck log = new LogCheck(subject.log(), checkpoint, findings::add);
        entries = log.run();
        KeyChain chain = KeyChain.of(entries, subject.holding());
        head.judge(note.get(), chain);
        head.outside(checkpoint, chain).ifPresent(log::continues);
      }
      Attempts.check(entries, subject.live(), findings::add);
      ObjectCheck objects =
          new ObjectCheck(subject.holding(), progress, trust.requireTime(), findings::add);
      objects.run(
          entries.stream().filter(e -> id.isEmpty() || e.entry().id().equals(id.get())).toList(),
          Tombstones.of(entries, subject.holding()));
      Hashing<Sha256> hashing = objects.hashing();
      return new Report(
          findings, entries.size(), objects.captures(), hashing.objects(), hashing.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
