package dev.affiant.cli;

import dev.affiant.capture.DecisionRecord;
import dev.affiant.catalogue.ArtifactRow;
import dev.affiant.catalogue.CaptureRow;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Role;
import dev.affiant.policy.Condition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

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

  /** The duties under which these were captured; of what was erased none are left. */
  List<Condition> duties(List<CaptureId> captures) {
    try {
      return captures.stream()
          .flatMap(id -> of(id).stream())
          .flatMap(bytes -> DecisionRecord.conditions(bytes).stream())
          .distinct()
          .toList();
    } catch (IllegalArgumentException e) {
      throw new UsageFault(
          "under which duties it was captured cannot be read: " + e.getMessage(),
          "affiant verify --all");
    }
  }
}
