package dev.affiant.warc;

import dev.affiant.evidence.CaptureId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a WARC says of itself.
 *
 * @param began when the capture began
 * @param software as in {@code Affiant/0.1.0}
 * @param userAgent what the browser called itself, if it came so far
 * @param lab whether hosts were mapped to fixtures on loopback
 */
public record WarcFacts(
    CaptureId capture, Instant began, String software, Optional<String> userAgent, boolean lab) {}
