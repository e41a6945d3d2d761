package dev.affiant.verify;

import dev.affiant.seal.Checkpoint;
import dev.affiant.seal.Note;
import dev.affiant.seal.VKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether a checkpoint can be read, and whose it is. */
record Head(Trust trust, Optional<VKey> own, Consumer<Finding> found) {

  /** The log's head as it was signed, if it can be read. */
  Optional<Note> read(Optional<byte[]> bytes) {
    if (bytes.isEmpty()) {
      found.accept(Fault.CHECKPOINT_MISSING.at("checkpoint"));
      return Optional.empty();
    }
    try {
      Note note = Note.parse(bytes.get());
      Checkpoint.of(note);
      return Optional.of(note);
    } catch (IllegalArgumentException malformed) {
      found.accept(Fault.CHECKPOINT_ALTERED.at("checkpoint: " + malformed.getMessage()));
      return Optional.empty();
    }
  }

  /** Whether it is signed by the key that is trusted, or by one that took over from that. */
  void judge(Note note, KeyChain chain) {
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
              successor(note, key.get(), chain)
                  .map(Fault.KEY_FOLLOWED::at)
                  .orElseGet(() -> foreign(note, key.get())));
    }
  }

  private static Finding foreign(Note note, VKey key) {
    return Fault.CHECKPOINT_FOREIGN.at(
        "checkpoint: signed by " + signers(note) + ", not by " + key.text());
  }

  /** Where the key that signed took over from this one. */
  private static Optional<String> successor(Note note, VKey key, KeyChain chain) {
    return chain.keys().stream()
        .filter(later -> note.standing(later) == Note.Standing.SIGNED)
        .flatMap(later -> chain.handedOver(key, later).stream())
        .map(Sealed::where)
        .findFirst();
  }

  /** The checkpoint that was kept outside, if there is one and it is this log's. */
  Optional<Checkpoint> outside(Checkpoint current, KeyChain chain) {
    if (trust.outside().isEmpty()) {
      return Optional.empty();
    }
    Note note = trust.outside().get();
    try {
      Checkpoint outside = Checkpoint.of(note);
      if (outside.origin().equals(current.origin()) && ours(note, chain)) {
        return Optional.of(outside);
      }
      found.accept(Fault.OUTSIDE_FOREIGN.at(outside.origin() + ", size " + outside.size()));
    } catch (IllegalArgumentException malformed) {
      found.accept(Fault.OUTSIDE_FOREIGN.at("not a checkpoint: " + malformed.getMessage()));
    }
    return Optional.empty();
  }

  /** Whether the trusted key signed it, or an earlier or later one of the same succession. */
  private boolean ours(Note note, KeyChain chain) {
    Optional<VKey> trusted = trust.key().or(() -> own);
    if (trusted.isEmpty()) {
      return false;
    }
    VKey key = trusted.get();
    if (note.standing(key) == Note.Standing.SIGNED) {
      return true;
    }
    Optional<Sealed> link =
        chain.keys().stream()
            .filter(other -> note.standing(other) == Note.Standing.SIGNED)
            .flatMap(other -> chain.between(other, key).stream())
            .findFirst();
    link.ifPresent(entry -> found.accept(Fault.OUTSIDE_OTHER_KEY.at(entry.where())));
    return link.isPresent();
  }

  private static String signers(Note note) {
    List<String> names = note.marks().stream().map(Note.Mark::name).limit(16).toList();
    return String.join(", ", names);
  }
}
