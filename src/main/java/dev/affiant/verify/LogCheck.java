package dev.affiant.verify;

import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Checkpoint;
import dev.affiant.seal.Entries;
import dev.affiant.seal.Entry;
import dev.affiant.seal.Log;
import dev.affiant.seal.Merkle;
import dev.affiant.seal.Tile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whether a ledger's files give the root of its checkpoint. Entries and hash tiles say the same
 * thing twice; where they differ, the checkpoint's root says which of them was altered.
 */
final class LogCheck {
  private static final Sha256 NOTHING = Sha256.wrap(new byte[32]);

  /** After so many files of entries in a row that are missing, the rest is taken to be. */
  private static final int GAP = 4;

  private final Log log;
  private final Checkpoint checkpoint;
  private final Consumer<Finding> found;

  /** By index; an entry that is not there or not readable leaves a gap. */
  private final List<Optional<byte[]>> entries = new ArrayList<>();

  private Leaves tree = new Leaves(List.of());

  LogCheck(Log log, Checkpoint checkpoint, Consumer<Finding> found) {
    this.log = log;
    this.checkpoint = checkpoint;
    this.found = found;
  }

  /** Checks the whole ledger; what can be read of its entries can be followed. */
  List<Sealed> run() throws IOException {
    walk();
    List<Sha256> stored = hashes(0);
    tree = believed(stored);
    compare(tree, stored);
    for (int level = 1; level < tree.height(); level++) {
      tiles(level, tree.level(level), hashes(level));
    }
    return sealed();
  }

  /** Reads the entries; a size that an altered checkpoint makes up is not walked to its end. */
  private void walk() throws IOException {
    int gap = 0;
    for (long i = 0; i * Tile.FULL < checkpoint.size() && gap < GAP; i++) {
      Tile tile = Tile.in(checkpoint.size(), Tile.ENTRIES, i);
      Optional<byte[]> file = file(tile);
      gap = file.isPresent() ? 0 : gap + 1;
      if (file.isPresent()) {
        bundle(tile, file.get());
      } else {
        found.accept(Fault.ENTRY_TILE_MISSING.at(place(tile)));
        add(tile, List.of());
      }
    }
    if (entries.size() < checkpoint.size()) {
      long last = checkpoint.size() - 1;
      found.accept(Fault.ENTRY_TILE_MISSING.at("entries " + entries.size() + " to " + last));
    }
  }

  private void bundle(Tile tile, byte[] file) {
    List<byte[]> read = List.of();
    try {
      read = Entries.parse(file);
      if (read.size() < tile.width()) {
        String count = ": " + read.size() + " of " + tile.width();
        found.accept(Fault.ENTRY_MISSING.at("ledger/" + tile.path() + count));
      }
    } catch (IllegalArgumentException malformed) {
      found.accept(Fault.ENTRY_TILE_ALTERED.at(place(tile)));
    }
    add(tile, read);
  }

  private void add(Tile tile, List<byte[]> read) {
    for (int i = 0; i < tile.width(); i++) {
      entries.add(i < read.size() ? Optional.of(read.get(i)) : Optional.empty());
    }
  }

  private static String place(Tile tile) {
    long from = tile.index() * Tile.FULL;
    return "entries " + from + " to " + (from + tile.width() - 1) + ", ledger/" + tile.path();
  }

  /** A superseded partial file may already be gone, and its full one there. */
  private Optional<byte[]> file(Tile tile) throws IOException {
    Optional<byte[]> file = log.file(tile.path());
    return file.isEmpty() && tile.partial() ? log.file(tile.full().path()) : file;
  }

  /** The hashes that the tiles of a level hold; where there are none, the empty tree's. */
  private List<Sha256> hashes(int level) throws IOException {
    long count = Tile.hashes(entries.size(), level);
    List<Sha256> all = new ArrayList<>();
    for (long i = 0; i * Tile.FULL < count; i++) {
      Tile tile = Tile.in(checkpoint.size(), level, i);
      int length = 32 * (int) Math.min(Tile.FULL, count - i * Tile.FULL);
      Optional<byte[]> file = file(tile);
      if (file.isEmpty()) {
        found.accept(Fault.HASH_TILE_MISSING.at("ledger/" + tile.path()));
      } else if (file.get().length < length) {
        found.accept(Fault.HASH_TILE_ALTERED.at("ledger/" + tile.path() + ": too short"));
      }
      byte[] bytes = Arrays.copyOf(file.orElse(new byte[0]), length);
      for (int at = 0; at < bytes.length; at += 32) {
        all.add(Sha256.wrap(Arrays.copyOfRange(bytes, at, at + 32)));
      }
    }
    return all;
  }

  /** The tree that leads to the signed root: that of the entries, or else of the tiles. */
  private Leaves believed(List<Sha256> stored) {
    List<Sha256> leaves = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      leaves.add(entries.get(i).map(Merkle::leaf).orElse(stored.get(i)));
    }
    Leaves own = new Leaves(leaves);
    if (signed(own)) {
      return own;
    }
    Leaves tiles = new Leaves(stored);
    if (signed(tiles)) {
      return tiles;
    }
    found.accept(Fault.ROOT_DIFFERS.at("ledger/checkpoint, size " + checkpoint.size()));
    return own;
  }

  private boolean signed(Leaves tree) {
    return entries.size() == checkpoint.size()
        && tree.root(checkpoint.size()).equals(checkpoint.root());
  }

  private void compare(Leaves tree, List<Sha256> stored) {
    for (int i = 0; i < entries.size(); i++) {
      Sha256 right = tree.level(0).get(i);
      if (entries.get(i).isPresent() && !Merkle.leaf(entries.get(i).get()).equals(right)) {
        Tile tile = Tile.in(checkpoint.size(), Tile.ENTRIES, i / Tile.FULL);
        found.accept(Fault.ENTRY_ALTERED.at("entry " + i + ", ledger/" + tile.path()));
      }
    }
    tiles(0, tree.level(0), stored);
  }

  private void tiles(int level, List<Sha256> right, List<Sha256> stored) {
    for (int from = 0; from < right.size(); from += Tile.FULL) {
      int to = Math.min(right.size(), from + Tile.FULL);
      for (int i = from; i < to; i++) {
        // a tile that is not there was named already
        if (!right.get(i).equals(stored.get(i)) && !stored.get(i).equals(NOTHING)) {
          Tile tile = Tile.in(checkpoint.size(), level, from / Tile.FULL);
          found.accept(
              Fault.HASH_TILE_ALTERED.at("ledger/" + tile.path() + ", hash " + (i - from)));
          break;
        }
      }
    }
  }

  /** Whether the ledger, once it was walked, goes on from this checkpoint. */
  void continues(Checkpoint past) {
    String where = "size " + past.size() + " outside, " + checkpoint.size() + " here";
    if (past.size() > checkpoint.size()) {
      found.accept(Fault.ROLLED_BACK.at(where));
    } else if (past.size() > entries.size() || !tree.root(past.size()).equals(past.root())) {
      found.accept(Fault.HISTORY_REWRITTEN.at(where));
    }
  }

  private List<Sealed> sealed() {
    List<Sealed> all = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).isPresent()) {
        try {
          Entry entry = Entry.parse(entries.get(i).get());
          if (entry.seq() != i) {
            found.accept(Fault.ENTRY_MISPLACED.at("entry " + i + " says " + entry.seq()));
          }
          all.add(new Sealed(i, entry));
        } catch (IllegalArgumentException malformed) {
          found.accept(Fault.ENTRY_ALTERED.at("entry " + i + ": " + malformed.getMessage()));
        }
      }
    }
    return all;
  }
}
