package dev.affiant.cli;

import dev.affiant.capture.DecisionRecord;
import dev.affiant.catalogue.ArtifactRow;
import dev.affiant.catalogue.CaptureRow;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import dev.affiant.policy.Condition;
import dev.affiant.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The decisions that were sealed with captures, and the duties that they came with. */
final class SealedDecisions {
  private final Archive archive;
  private final Voice voice;

  SealedDecisions(Archive archive, Voice voice) {
    this.archive = archive;
    this.voice = voice;
  }

  /** The record of a capture's decisions, if any is kept of it. */
  Optional<byte[]> of(CaptureId id) {
    CaptureRow row = archive.catalogue(voice).ask(rows -> Sheets.row(rows, id));
    List<ArtifactRow> artifacts = archive.catalogue(voice).ask(rows -> rows.artifacts(id));
    Optional<ArtifactRow> kept =
        artifacts.stream().filter(a -> a.role().equals(Role.DECISION.word())).findFirst();
    try {
      return kept.isPresent()
          ? archive.store().bytes(kept.get().digest().sha256())
          : archive.store().bytes(row.commit()).map(Json::parse).map(DecisionRecord::ofRefusal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The duties under which captures were made, what is kept of them included.
   *
   * @param commits of their manifests; of what was erased none are left
   */
  static List<Condition> duties(Store store, List<Sha256> commits) {
    Set<Condition> duties = new TreeSet<>();
    for (Sha256 commit : commits) {
      try {
        Optional<byte[]> manifest = store.bytes(commit);
        manifest
            .map(Json::parse)
            .map(m -> m.at("/decision/conditions"))
            .ifPresent(all -> all.forEach(one -> duties.add(Condition.read(one))));
      } catch (IOException | IllegalArgumentException e) {
        throw new UsageFault(
            "under which duties it was captured cannot be read: " + e.getMessage(),
            "affiant verify --all");
      }
    }
    return List.copyOf(duties);
  }
}
