package dev.affiant.seal;

import dev.affiant.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * The ledger's unit: six lines that say that a fact of some kind was put on record, and nothing
 * about anybody.
 *
 * <pre>
 * affiant-log/v1
 * type capture
 * id 019ab3c2-7f10-7abc-8def-0123456789ab
 * seq 12
 * commit sha256:9c1e…(64 digits)
 * anchor -
 * </pre>
 *
 * Every line ends with a line feed. {@code seq} is the leaf index, counted from 0. {@code anchor}
 * is the SHA-256 of the newest timestamp token when the entry was made, or {@code -}.
 *
 * @param type as written, so that a reader can hold types that it does not know
 */
public record Entry(String type, UUID id, long seq, Sha256 commit, Optional<Sha256> anchor) {
  private static final String VERSION = "affiant-log/v1";

  public Entry {
    if (seq < 0 || !type.matches("[a-z]{1,32}")) {
      throw new IllegalArgumentException("no such entry: " + type + " " + seq);
    }
  }

  /** The exact bytes that the leaf hash is over. */
  public byte[] bytes() {
    String text =
        VERSION
            + "\ntype "
            + type
            + "\nid "
            + id
            + "\nseq "
            + seq
            + "\ncommit sha256:"
            + commit
            + "\nanchor "
            + anchor.map(a -> "sha256:" + a).orElse("-")
            + "\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads an entry.
   *
   * @throws IllegalArgumentException if the bytes are anything but what {@link #bytes} writes
   */
  public static Entry parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.US_ASCII);
    String[] lines = text.split("\n", -1);
    if (lines.length != 7 || !lines[0].equals(VERSION)) {
      throw new IllegalArgumentException("malformed entry: not " + VERSION);
    }
    String anchor = value(lines[5], "anchor ");
    Entry entry =
        new Entry(
            value(lines[1], "type "),
            UUID.fromString(value(lines[2], "id ")),
            Long.parseLong(value(lines[3], "seq ")),
            new Sha256(value(lines[4], "commit sha256:")),
            anchor.equals("-")
                ? Optional.empty()
                : Optional.of(new Sha256(value(anchor, "sha256:"))));
    if (!java.util.Arrays.equals(entry.bytes(), bytes)) {
      throw new IllegalArgumentException("malformed entry: not in its only form");
    }
    return entry;
  }

  private static String value(String line, String key) {
    if (!line.startsWith(key)) {
      throw new IllegalArgumentException("malformed entry: no " + key.strip());
    }
    return line.substring(key.length());
  }
}
