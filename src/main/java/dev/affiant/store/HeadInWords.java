package dev.affiant.store;

import dev.affiant.evidence.Times;
import dev.affiant.seal.Checkpoint;
import dev.affiant.seal.Note;
import dev.affiant.seal.VKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A checkpoint for people: what a log was at one moment, to be kept where its owner cannot reach
 * it. It ends with the signed note itself, behind a line of dashes.
 */
record HeadInWords(Note note, VKey key, Instant at) {

  long size() {
    return Checkpoint.of(note).size();
  }

  byte[] bytes() {
    Checkpoint head = Checkpoint.of(note);
    String text =
        """
        Receipt for a log of captured evidence

        Log      %s
        Entries  %d
        Root     %s
        Written  %s
        Key      %s

        Send this to somebody outside. Whoever keeps it can show later that the first
        %d entries of this log are still what they were:

          affiant verify --all --checkpoint THIS-FILE

        It says nothing of what the entries are about, and does not prove the time.

        --------------------------------------------------------------------------------
        """
            .formatted(
                head.origin(),
                head.size(),
                groups(head.root().hex()),
                Times.text(at),
                key.text(),
                head.size());
    return (text + new String(note.bytes(), StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Sixteen groups of four digits on two lines. */
  private static String groups(String hex) {
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < hex.length(); at += 4) {
      out.append(at == 0 ? "" : at == 32 ? "\n         " : " ").append(hex, at, at + 4);
    }
    return out.toString();
  }
}
