package dev.affiant.catalogue;

import dev.affiant.evidence.CaptureId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * An order that has begun, and how it ended if it has.
 *
 * @param index of the attempt's entry
 * @param end index of the entry of its end; empty while it is under way
 */
public record AttemptRow(
    long index,
    CaptureId id,
    Optional<UUID> caseId,
    String url,
    Optional<String> batch,
    Optional<Instant> begunAt,
    OptionalLong end,
    Optional<String> outcome) {}
