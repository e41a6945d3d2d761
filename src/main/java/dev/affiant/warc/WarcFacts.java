package dev.affiant.warc;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a WARC says of itself, and what it may refer to.
 *
 * @param began when the capture began
 * @param software as in {@code Affiant/0.1.0}
 * @param userAgent what the browser called itself, if it came so far
 * @param lab whether hosts were mapped to fixtures on loopback
 * @param originals bodies that another WARC has already, so that an equal one is written as a
 *     revisit of it
 */
public record WarcFacts(
    CaptureId capture,
    Instant began,
    String software,
    Optional<String> userAgent,
    boolean lab,
    List<Original> originals) {
  public WarcFacts {
    originals = List.copyOf(originals);
  }

  /** The same, of a WARC that refers to no other. */
  public WarcFacts(
      CaptureId capture, Instant began, String software, Optional<String> userAgent, boolean lab) {
    this(capture, began, software, userAgent, lab, List.of());
  }

  /**
   * A response in another WARC.
   *
   * @param payload of its body
   * @param record its id, as in {@code <urn:uuid:…>}
   */
  public record Original(Sha256 payload, String record, String url, Instant at) {}
}
