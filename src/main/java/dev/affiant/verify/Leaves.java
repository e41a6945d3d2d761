package dev.affiant.verify;

import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Hashes;
import dev.affiant.seal.Merkle;
import dev.affiant.seal.Tile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A tree computed anew from its leaf hashes: what the tiles of every level must hold. */
final class Leaves implements Hashes {
  /** By level of tiles: level 0 has the leaves, each above one hash for 256 of those below. */
  private final List<List<Sha256>> levels = new ArrayList<>();

  Leaves(List<Sha256> leaves) {
    levels.add(List.copyOf(leaves));
    while (levels.get(levels.size() - 1).size() >= Tile.FULL) {
      List<Sha256> below = levels.get(levels.size() - 1);
      List<Sha256> level = new ArrayList<>();
      for (int i = 0; i + Tile.FULL <= below.size(); i += Tile.FULL) {
        level.add(fold(below.subList(i, i + Tile.FULL)));
      }
      levels.add(List.copyOf(level));
    }
  }

  int height() {
    return levels.size();
  }

  List<Sha256> level(int level) {
    return levels.get(level);
  }

  Sha256 root(long size) {
    try {
      return Merkle.root(this, size);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail", e);
    }
  }

  @Override
  public Sha256 at(int level, long index) {
    int span = 1 << (level % 8);
    int from = (int) (index << (level % 8));
    return fold(levels.get(level / 8).subList(from, from + span));
  }

  private static Sha256 fold(List<Sha256> hashes) {
    byte[] all = new byte[hashes.size() * 32];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i).bytes(), 0, all, i * 32, 32);
    }
    return Merkle.fold(all, 0, hashes.size());
  }
}
