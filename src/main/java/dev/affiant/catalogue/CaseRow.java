package dev.affiant.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A case as it was last put on record.
 *
 * @param index of the entry that says so
 * @param label the name people use
 */
public record CaseRow(
    UUID id,
    long index,
    String label,
    String purpose,
    String purposeText,
    String lawfulBasis,
    List<String> basisReferences,
    String operator,
    String operatorRole,
    String controller,
    List<String> jurisdictions,
    String retention,
    String zone,
    Optional<Instant> openedAt) {
  public CaseRow {
    basisReferences = List.copyOf(basisReferences);
    jurisdictions = List.copyOf(jurisdictions);
  }
}
