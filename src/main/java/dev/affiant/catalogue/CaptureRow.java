package dev.affiant.catalogue;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How one order ended, as a line of a list.
 *
 * @param index of the entry of its end in the ledger
 * @param type of that entry: {@code capture}, {@code refusal} or {@code interrupted}
 * @param outcome one of the seven words
 * @param urlRequested as somebody typed it; a page's words may be in it
 * @param bytes of all its artifacts together
 * @param withheld how many artifacts policy did not let us keep
 */
public record CaptureRow(
    long index,
    CaptureId id,
    String type,
    Optional<UUID> caseId,
    String outcome,
    List<Reason> reasons,
    boolean lab,
    String urlRequested,
    String urlFinal,
    String host,
    Optional<String> title,
    Optional<String> profile,
    Optional<String> engine,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Sha256 commit,
    int artifacts,
    long bytes,
    int withheld) {
  public CaptureRow {
    reasons = List.copyOf(reasons);
  }

  CaptureRow because(List<Reason> why) {
    return new CaptureRow(
        index,
        id,
        type,
        caseId,
        outcome,
        why,
        lab,
        urlRequested,
        urlFinal,
        host,
        title,
        profile,
        engine,
        startedAt,
        endedAt,
        commit,
        artifacts,
        bytes,
        withheld);
  }
}
