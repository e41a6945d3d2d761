package dev.affiant.warc;

import dev.affiant.evidence.CaptureId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a WACZ says of itself and of its one page.
 *
 * @param url the page that was captured, where its document came from in the end
 * @param visited when the page was asked for
 * @param title the page's title; empty if it has none
 * @param text the page's visible text, for searching, if it may be shown
 * @param created when the capture was sealed, so that packing again changes nothing
 * @param software as in {@code Affiant/0.1.0}
 * @param description what this is and is not, for people, in Markdown
 */
public record WaczFacts(
    CaptureId capture,
    String url,
    Instant visited,
    String title,
    Optional<String> text,
    Instant created,
    String software,
    String description) {}
