package dev.affiant.seal;

import dev.affiant.evidence.Sha256;
import java.util.Base64;

/**
 * A ledger's head: whose log, how many entries, and the root of the tree over them. It is the text
 * of a signed {@link Note}.
 *
 * <pre>
 * example.com/behind-the-sofa
 * 20852163
 * CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 * </pre>
 *
 * Extension lines, which the specification allows and advises against, are refused.
 *
 * <p>Source: c2sp.org/tlog-checkpoint.
 *
 * @param origin the log's name, which is also its key's
 */
public record Checkpoint(String origin, long size, Sha256 root) {

  public Checkpoint {
    if (origin.isEmpty() || origin.contains("\n") || size < 0) {
      throw new IllegalArgumentException("malformed checkpoint: " + origin + " " + size);
    }
  }

  /** The text of the note, three lines. */
  public String text() {
    return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.bytes()) + "\n";
  }

  /**
   * Reads a note's text.
   *
   * @throws IllegalArgumentException if it is anything but what {@link #text} writes
   */
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != 4) {
      throw new IllegalArgumentException("malformed checkpoint: not three lines");
    }
    Checkpoint checkpoint =
        new Checkpoint(
            lines[0], Long.parseLong(lines[1]), Sha256.wrap(Base64.getDecoder().decode(lines[2])));
    if (!checkpoint.text().equals(text)) {
      throw new IllegalArgumentException("malformed checkpoint: not in its only form");
    }
    return checkpoint;
  }

  /** Reads the text of a signed note; that the signature holds is not checked here. */
  public static Checkpoint of(Note note) {
    return parse(note.text());
  }

  /** Size and root alone. */
  public Merkle.Head head() {
    return new Merkle.Head(size, root);
  }
}
