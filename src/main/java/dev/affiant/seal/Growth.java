package dev.affiant.seal;

import dev.affiant.evidence.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an append does to a ledger's files, computed from the right edge of its tiles alone: a few
 * small files, however long the ledger is.
 *
 * @param size of the ledger afterwards
 * @param root of the ledger afterwards
 * @param files the files to write, by path; none of them replaces one with other bytes
 * @param superseded partial files that may go once the new checkpoint is durable
 */
public record Growth(long size, Sha256 root, Map<String, byte[]> files, List<String> superseded) {

  /**
   * The files that append these entries to a ledger.
   *
   * @param size of the ledger before
   * @throws IOException if the right edge cannot be read
   */
  public static Growth of(Log log, long size, List<byte[]> entries) throws IOException {
    Edge edge = new Edge(log, size);
    for (byte[] entry : entries) {
      edge.add(entry);
    }
    return edge.growth();
  }

  /**
   * The root of a ledger, from the right edge of its tiles.
   *
   * @throws IOException if the right edge cannot be read
   */
  public static Sha256 root(Log log, long size) throws IOException {
    return new Edge(log, size).growth().root();
  }

  /** The last, partial tile of each level and of the entries, while it grows. */
  private static final class Edge {
    private final long before;
    private long size;
    private final List<ByteArrayOutputStream> levels = new ArrayList<>();
    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    Edge(Log log, long size) throws IOException {
      this.before = size;
      this.size = size;
      for (int level = 0; Tile.hashes(size, level) > 0; level++) {
        levels.add(new ByteArrayOutputStream());
        levels.get(level).writeBytes(edge(log, level));
      }
      bundle.writeBytes(edge(log, Tile.ENTRIES));
    }

    private byte[] edge(Log log, int level) throws IOException {
      Optional<Tile> last = partial(size, level);
      if (last.isEmpty()) {
        return new byte[0];
      }
      String path = last.get().path();
      byte[] bytes = log.file(path).orElseThrow(() -> new FileNotFoundException(path));
      int width = level == Tile.ENTRIES ? Entries.parse(bytes).size() : bytes.length / 32;
      if (width != last.get().width()) {
        throw new IOException(path + " holds " + width);
      }
      return bytes;
    }

    void add(byte[] entry) {
      bundle.writeBytes(Entries.bytes(List.of(entry)));
      size++;
      if (size % Tile.FULL == 0) {
        files.put(new Tile(Tile.ENTRIES, size / Tile.FULL - 1, Tile.FULL).path(), take(bundle));
      }
      push(0, Merkle.leaf(entry));
    }

    private void push(int level, Sha256 hash) {
      if (level == levels.size()) {
        levels.add(new ByteArrayOutputStream());
      }
      ByteArrayOutputStream tile = levels.get(level);
      tile.writeBytes(hash.bytes());
      if (tile.size() == Tile.FULL * 32) {
        byte[] full = take(tile);
        long index = Tile.hashes(size, level) / Tile.FULL - 1;
        files.put(new Tile(level, index, Tile.FULL).path(), full);
        push(level + 1, Merkle.fold(full, 0, Tile.FULL));
      }
    }

    private static byte[] take(ByteArrayOutputStream out) {
      byte[] bytes = out.toByteArray();
      out.reset();
      return bytes;
    }

    Growth growth() throws IOException {
      List<String> superseded = new ArrayList<>();
      for (int level = Tile.ENTRIES; level < levels.size(); level++) {
        byte[] rest = (level == Tile.ENTRIES ? bundle : levels.get(level)).toByteArray();
        Optional<Tile> was = partial(before, level);
        Optional<Tile> is = partial(size, level);
        if (!is.equals(was)) {
          is.ifPresent(tile -> files.put(tile.path(), rest));
          was.ifPresent(tile -> superseded.add(tile.path()));
        }
      }
      return new Growth(size, Merkle.root(this::peak, size), Map.copyOf(files), superseded);
    }

    /** The root needs only subtrees that end in the partial tile of their level. */
    private Sha256 peak(int level, long index) {
      long first = index << (level % 8);
      return Merkle.fold(
          levels.get(level / 8).toByteArray(), (int) (first % Tile.FULL), 1 << (level % 8));
    }

    private static Optional<Tile> partial(long size, int level) {
      long hashes = level == Tile.ENTRIES ? size : Tile.hashes(size, level);
      int width = (int) (hashes % Tile.FULL);
      return width == 0
          ? Optional.empty()
          : Optional.of(new Tile(level, hashes / Tile.FULL, width));
    }
  }
}
