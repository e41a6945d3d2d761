package dev.affiant.verify;

import dev.affiant.seal.Note;
import dev.affiant.seal.VKey;
import java.util.Optional;

/**
 * What the one who verifies knows from elsewhere.
 *
 * @param key that must have signed the checkpoint; without one, the key beside the evidence is
 *     believed, and the report says so
 * @param outside a checkpoint that was kept outside, which the log must continue
 * @param requireTime whether a timestamp by an outside clock is demanded
 */
public record Trust(Optional<VKey> key, Optional<Note> outside, boolean requireTime) {
  /** Nothing. */
  public static final Trust NONE = new Trust(Optional.empty(), Optional.empty(), false);
}
