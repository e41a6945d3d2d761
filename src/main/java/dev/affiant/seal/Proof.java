package dev.affiant.seal;

import dev.affiant.evidence.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Shows, without the ledger, that an entry is in the tree of a signed checkpoint. Kept in files
 * that end in {@code .tlog-proof}.
 *
 * <pre>
 * c2sp.org/tlog-proof@v1
 * index 12
 * gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
 * B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
 *
 * example.com/fancylog
 * 13
 * sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=
 *
 * — example.com/fancylog hI2DJw…1roloI=
 * </pre>
 *
 * The hashes are siblings from the leaf up. The format's optional {@code extra} line is refused.
 *
 * <p>Source: c2sp.org/tlog-proof.
 *
 * @param index of the entry, from 0
 * @param checkpoint the signed note, whose only form is its bytes
 */
public record Proof(long index, List<Sha256> path, Note checkpoint) {
  private static final String VERSION = "c2sp.org/tlog-proof@v1";

  public Proof {
    path = List.copyOf(path);
    if (index < 0 || path.size() > 64) {
      throw new IllegalArgumentException("malformed proof: index " + index);
    }
  }

  /**
   * The proof for one entry of a ledger under a checkpoint of it.
   *
   * @param size of the ledger whose tiles lie in the log; at least the checkpoint's
   */
  public static Proof of(Log log, long size, long index, Note checkpoint) throws IOException {
    long stamped = Checkpoint.of(checkpoint).size();
    return new Proof(
        index, Merkle.inclusion(new TileHashes(log, size), index, stamped), checkpoint);
  }

  /** The root that the entry and the siblings lead to. */
  public Sha256 root(byte[] entry) {
    return Merkle.climb(Merkle.leaf(entry), index, Checkpoint.of(checkpoint).size(), path);
  }

  /** The exact bytes of the file. */
  public byte[] bytes() {
    StringBuilder head = new StringBuilder(VERSION).append("\nindex ").append(index).append('\n');
    path.forEach(
        hash -> head.append(Base64.getEncoder().encodeToString(hash.bytes())).append('\n'));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(checkpoint.bytes());
    return out.toByteArray();
  }

  /**
   * Reads a proof.
   *
   * @throws IllegalArgumentException if the bytes are anything but what {@link #bytes} writes
   */
  public static Proof parse(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.UTF_8);
    int split = all.indexOf("\n\n");
    if (split < 0) {
      throw new IllegalArgumentException("malformed proof: no checkpoint");
    }
    List<String> lines = all.substring(0, split).lines().toList();
    if (lines.size() < 2 || !lines.get(0).equals(VERSION) || !lines.get(1).startsWith("index ")) {
      throw new IllegalArgumentException("malformed proof: not " + VERSION);
    }
    List<Sha256> path = new ArrayList<>();
    for (String line : lines.subList(2, lines.size())) {
      path.add(Sha256.wrap(Base64.getDecoder().decode(line)));
    }
    byte[] checkpoint = all.substring(split + 2).getBytes(StandardCharsets.UTF_8);
    Proof proof =
        new Proof(Long.parseLong(lines.get(1).substring(6)), path, Note.parse(checkpoint));
    if (!Arrays.equals(proof.bytes(), bytes)) {
      throw new IllegalArgumentException("malformed proof: not in its only form");
    }
    return proof;
  }
}
