package dev.affiant.policy;

import dev.affiant.evidence.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * Something small that was asked of a host for ourselves before its page is visited, such as its
 * robots.txt, and what came of it.
 *
 * @param label {@code robots}, {@code tdmrep} or {@code ai}
 * @param url what was asked for
 * @param urlFinal where redirects led
 * @param status of the last answer; none when there was no answer
 * @param failure why there was no answer, as in {@code timeout: …}; else empty
 * @param whole whether all of the body came
 */
public record Gathered(
    String label,
    String url,
    String urlFinal,
    Optional<Integer> status,
    String failure,
    Body body,
    boolean whole,
    Instant at) {

  /** Bytes as they came; immutable. */
  public static final class Body {
    /** None. */
    public static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;

    public Body(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    public byte[] bytes() {
      return bytes.clone();
    }

    public Sha256 hash() {
      return Sha256.of(bytes);
    }
  }
}
