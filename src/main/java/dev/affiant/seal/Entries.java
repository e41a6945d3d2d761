package dev.affiant.seal;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Up to 256 entries in one file, each behind its length as two bytes, most significant first.
 *
 * <pre>00 d9 61 66 66 69 61 6e 74 2d 6c 6f 67 …  (217 bytes of "affiant-log/v1…")</pre>
 *
 * <p>Source: c2sp.org/tlog-tiles, log entries.
 */
public final class Entries {
  private Entries() {}

  /** The file that holds these entries. */
  public static byte[] bytes(List<byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > 0xffff) {
        throw new IllegalArgumentException("an entry is at most 65535 bytes: " + entry.length);
      }
      out.write(entry.length >> 8);
      out.write(entry.length);
      out.writeBytes(entry);
    }
    return out.toByteArray();
  }

  /**
   * The entries in such a file.
   *
   * @throws IllegalArgumentException if a length does not fit
   */
  public static List<byte[]> parse(byte[] file) {
    List<byte[]> entries = new ArrayList<>();
    int at = 0;
    while (at < file.length) {
      int from = at + 2;
      int length = from > file.length ? -1 : (file[at] & 0xff) << 8 | (file[at + 1] & 0xff);
      if (length < 0 || length > file.length - from) {
        throw new IllegalArgumentException("malformed entry bundle: cut off at byte " + at);
      }
      entries.add(java.util.Arrays.copyOfRange(file, from, from + length));
      at = from + length;
    }
    return entries;
  }

  /**
   * One entry of a ledger of {@code size} entries.
   *
   * @throws IOException if it cannot be read
   */
  public static byte[] at(Log log, long size, long index) throws IOException {
    Tile tile = Tile.in(size, Tile.ENTRIES, index / Tile.FULL);
    Optional<byte[]> file = log.file(tile.path());
    // a partial file may be gone once the full one is there
    if (file.isEmpty()) {
      file = log.file(tile.full().path());
    }
    List<byte[]> entries = parse(file.orElseThrow(() -> new FileNotFoundException(tile.path())));
    int at = (int) (index % Tile.FULL);
    if (at >= entries.size()) {
      throw new IOException(tile.path() + " has no entry " + index);
    }
    return entries.get(at);
  }
}
