package dev.affiant.casefile;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Sha256;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Why now: somebody asked, a watch ticked, or a capture wants a second look. */
public sealed interface Occasion {

  /**
   * Somebody asked.
   *
   * @param batch the list it stood in, as SHA-256 of list and case
   */
  record Asked(Optional<Sha256> batch) implements Occasion {}

  /** A watch was due. */
  record Tick(UUID watch, Instant due) implements Occasion {}

  /** Another capture wants corroboration. */
  record SecondLook(CaptureId of) implements Occasion {}
}
