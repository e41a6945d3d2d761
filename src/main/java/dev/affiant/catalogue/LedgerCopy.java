package dev.affiant.catalogue;

import dev.affiant.seal.Entries;
import dev.affiant.seal.Tile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/** The files of a ledger at one checkpoint, whatever is added to it meanwhile. */
final class LedgerCopy {
  private LedgerCopy() {}

  static void of(Truth truth, HandOverFile out) throws IOException, SQLException {
    out.ledgerFile(
        "checkpoint",
        truth.log().checkpoint().orElseThrow(() -> new FileNotFoundException("checkpoint")));
    long size = truth.head().size();
    level(truth, out, Tile.ENTRIES, size);
    for (int level = 0; Tile.hashes(size, level) > 0; level++) {
      level(truth, out, level, Tile.hashes(size, level));
    }
  }

  private static void level(Truth truth, HandOverFile out, int level, long count)
      throws IOException, SQLException {
    for (long index = 0; index * Tile.FULL < count; index++) {
      Tile tile = Tile.in(truth.head().size(), level, index);
      out.ledgerFile(tile.path(), bytes(truth, tile));
    }
  }

  private static byte[] bytes(Truth truth, Tile tile) throws IOException {
    Optional<byte[]> found = truth.log().file(tile.path());
    if (found.isPresent()) {
      return found.get();
    }
    byte[] full =
        truth
            .log()
            .file(tile.full().path())
            .orElseThrow(() -> new FileNotFoundException(tile.path()));
    return tile.level() == Tile.ENTRIES
        ? Entries.bytes(Entries.parse(full).subList(0, tile.width()))
        : Arrays.copyOf(full, tile.width() * 32);
  }
}
