package dev.affiant.verify;

import dev.affiant.seal.Checkpoint;
import dev.affiant.seal.Note;
import dev.affiant.seal.VKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether a checkpoint can be read, and whose it is. */
record Head(Trust trust, Optional<VKey> own, Consumer<Finding> found) {

  /** The checkpoint of the log, if it can be read; its signature is judged on the way. */
  Optional<Checkpoint> of(Optional<byte[]> bytes) {
    if (bytes.isEmpty()) {
      found.accept(Fault.CHECKPOINT_MISSING.at("checkpoint"));
      return Optional.empty();
    }
    try {
      Note note = Note.parse(bytes.get());
      Checkpoint checkpoint = Checkpoint.of(note);
      judge(note);
      return Optional.of(checkpoint);
    } catch (IllegalArgumentException malformed) {
      found.accept(Fault.CHECKPOINT_ALTERED.at("checkpoint: " + malformed.getMessage()));
      return Optional.empty();
    }
  }

  private void judge(Note note) {
    Optional<VKey> key = trust.key().or(() -> own);
    if (key.isEmpty()) {
      found.accept(Fault.CHECKPOINT_FOREIGN.at("checkpoint: no key is known"));
      return;
    }
    switch (note.standing(key.get())) {
      case SIGNED -> {
        if (trust.key().isEmpty()) {
          found.accept(Fault.OWN_KEY.at(key.get().text()));
        }
      }
      case BROKEN -> found.accept(Fault.CHECKPOINT_ALTERED.at("checkpoint: its signature"));
      case ABSENT ->
          found.accept(
              Fault.CHECKPOINT_FOREIGN.at(
                  "checkpoint: signed by " + signers(note) + ", not by " + key.get().text()));
    }
  }

  /** The checkpoint that was kept outside, if there is one and it is this log's. */
  Optional<Checkpoint> outside(Checkpoint current) {
    if (trust.outside().isEmpty()) {
      return Optional.empty();
    }
    Note note = trust.outside().get();
    Optional<VKey> key = trust.key().or(() -> own);
    try {
      Checkpoint outside = Checkpoint.of(note);
      if (outside.origin().equals(current.origin())
          && key.map(k -> note.standing(k) == Note.Standing.SIGNED).orElse(false)) {
        return Optional.of(outside);
      }
      found.accept(Fault.OUTSIDE_FOREIGN.at(outside.origin() + ", size " + outside.size()));
    } catch (IllegalArgumentException malformed) {
      found.accept(Fault.OUTSIDE_FOREIGN.at("not a checkpoint: " + malformed.getMessage()));
    }
    return Optional.empty();
  }

  private static String signers(Note note) {
    List<String> names = note.marks().stream().map(Note.Mark::name).limit(16).toList();
    return String.join(", ", names);
  }
}
