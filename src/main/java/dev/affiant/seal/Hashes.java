package dev.affiant.seal;

import dev.affiant.evidence.Sha256;
import java.io.IOException;

/**
 * The hashes of a tree's complete subtrees, wherever they are kept.
 *
 * <p>Level 0 has the leaf hashes; the hash at (level, index) covers the entries from {@code index *
 * 2^level} up to, not including, {@code (index + 1) * 2^level}.
 */
@FunctionalInterface
public interface Hashes {

  /**
   * The hash of one complete subtree.
   *
   * @throws IOException if it is not to be had
   */
  Sha256 at(int level, long index) throws IOException;
}
