package dev.affiant.seal;

import dev.affiant.evidence.Sha256;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The subtree hashes of a ledger of a known size, read from its tiles as they are asked for; for
 * roots and proofs at any size up to that. What the tiles say is not checked here.
 *
 * <p>Keeps every tile that it has read: meant for a few proofs, by one thread.
 */
public final class TileHashes implements Hashes {
  private static final int LENGTH = 32;

  private final Log log;
  private final long size;
  private final Map<Tile, byte[]> read = new HashMap<>();

  /**
   * @param size of the ledger whose tiles lie in the log: its checkpoint's
   */
  public TileHashes(Log log, long size) {
    this.log = log;
    this.size = size;
  }

  @Override
  public Sha256 at(int level, long index) throws IOException {
    long first = index << (level % 8);
    Tile tile = Tile.in(size, level / 8, first / Tile.FULL);
    int from = (int) (first % Tile.FULL);
    return Merkle.fold(tile(tile), from, 1 << (level % 8));
  }

  private byte[] tile(Tile tile) throws IOException {
    byte[] known = read.get(tile);
    if (known != null) {
      return known;
    }
    Optional<byte[]> found = log.file(tile.path());
    // a partial tile may be gone once the full one is there
    if (found.isEmpty() && tile.partial()) {
      found = log.file(tile.full().path());
    }
    byte[] bytes = found.orElseThrow(() -> new FileNotFoundException(tile.path()));
    if (bytes.length < tile.width() * LENGTH) {
      throw new IOException(tile.path() + " has " + bytes.length + " bytes, too few");
    }
    read.put(tile, bytes);
    return bytes;
  }
}
