package dev.affiant.catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that was done with evidence: an export, a hold, a new key.
 *
 * @param document the filing, as JSON
 */
public record ActRow(
    long index,
    String type,
    UUID id,
    Optional<UUID> caseId,
    Optional<Instant> at,
    String document) {}
