package dev.affiant.seal;

import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Merkle tree over a ledger's entries: its hashes, its root at any size, and the two proofs.
 *
 * <pre>
 * leaf  = SHA-256(0x00 ‖ entry)
 * node  = SHA-256(0x01 ‖ left ‖ right)
 * empty = SHA-256("")
 * </pre>
 *
 * A tree of n leaves splits at the largest power of two below n. An inclusion proof lists the
 * siblings from the leaf up; a consistency proof says that the older tree is a prefix of the newer.
 *
 * <p>Source: RFC 6962 §2.1.
 */
public final class Merkle {
  /** The root of the tree without entries. */
  public static final Sha256 EMPTY = Sha256.of(new byte[0]);

  private Merkle() {}

  /** The hash of an entry's bytes as a leaf. */
  public static Sha256 leaf(byte[] entry) {
    MessageDigest hasher = Sha256.hasher();
    hasher.update((byte) 0);
    return Sha256.wrap(hasher.digest(entry));
  }

  /** The hash of two subtrees side by side. */
  public static Sha256 node(Sha256 left, Sha256 right) {
    MessageDigest hasher = Sha256.hasher();
    hasher.update((byte) 1);
    hasher.update(left.bytes());
    return Sha256.wrap(hasher.digest(right.bytes()));
  }

  /**
   * The hash of a complete subtree, from the hashes of one of its levels, side by side.
   *
   * @param hashes 32 bytes each
   * @param from the first of them, in hashes
   * @param count how many, a power of two
   */
  public static Sha256 fold(byte[] hashes, int from, int count) {
    require(Integer.bitCount(count) == 1, "not a complete subtree: " + count);
    require((from + count) * 32 <= hashes.length, "too few hashes: " + hashes.length + " bytes");
    byte[] level = Arrays.copyOfRange(hashes, from * 32, (from + count) * 32);
    MessageDigest hasher = Sha256.hasher();
    for (int width = count / 2; width > 0; width /= 2) {
      for (int i = 0; i < width; i++) {
        hasher.update((byte) 1);
        hasher.update(level, i * 64, 64);
        System.arraycopy(hasher.digest(), 0, level, i * 32, 32);
      }
    }
    return Sha256.wrap(Arrays.copyOf(level, 32));
  }

  /** The root of the first {@code size} entries. */
  public static Sha256 root(Hashes hashes, long size) throws IOException {
    require(size >= 0, "size " + size);
    return size == 0 ? EMPTY : subtree(hashes, 0, size);
  }

  /** The siblings that lead from the entry at {@code index} to the root of {@code size} entries. */
  public static List<Sha256> inclusion(Hashes hashes, long index, long size) throws IOException {
    require(index >= 0 && index < size, "entry " + index + " of " + size);
    List<Sha256> path = new ArrayList<>();
    climb(hashes, index, new Range(0, size), path);
    return List.copyOf(path);
  }

  /** What shows that the first {@code older} of {@code newer} entries are what they were. */
  public static List<Sha256> consistency(Hashes hashes, long older, long newer) throws IOException {
    require(older >= 0 && older <= newer, "size " + older + " before " + newer);
    List<Sha256> path = new ArrayList<>();
    if (older > 0 && older < newer) {
      prefix(hashes, older, new Range(0, newer), path);
    }
    return List.copyOf(path);
  }

  /**
   * The root that a leaf and its siblings lead to.
   *
   * @throws IllegalArgumentException if a proof of another length is needed
   */
  public static Sha256 climb(Sha256 leaf, long index, long size, List<Sha256> path) {
    require(index >= 0 && index < size, "entry " + index + " of " + size);
    Sha256 hash = leaf;
    long at = index;
    long last = size - 1;
    for (Sha256 sibling : path) {
      require(last > 0, "the inclusion proof is too long");
      if (at % 2 == 1 || at == last) {
        hash = node(sibling, hash);
        // a right edge has no sibling on the levels where it is alone
        while (at % 2 == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(hash, sibling);
      }
      at >>= 1;
      last >>= 1;
    }
    require(last == 0, "the inclusion proof is too short");
    return hash;
  }

  /** Whether the proof shows that the older tree is a prefix of the newer one. */
  public static boolean consistent(Head older, Head newer, List<Sha256> path) {
    if (older.size() > newer.size()) {
      return false;
    }
    if (older.size() == newer.size()) {
      return path.isEmpty() && older.root().equals(newer.root());
    }
    if (older.size() == 0) {
      return path.isEmpty() && older.root().equals(EMPTY);
    }
    return walks(older, newer, path);
  }

  /** A tree's size and root. */
  public record Head(long size, Sha256 root) {}

  private static boolean walks(Head older, Head newer, List<Sha256> path) {
    long at = older.size() - 1;
    long last = newer.size() - 1;
    while (at % 2 == 1) {
      at >>= 1;
      last >>= 1;
    }
    // an older tree that is one complete subtree is where the walk starts
    int next = at == 0 ? 0 : 1;
    if (path.size() < next || path.isEmpty()) {
      return false;
    }
    Sha256 was = at == 0 ? older.root() : path.get(0);
    Sha256 is = was;
    for (Sha256 sibling : path.subList(next, path.size())) {
      if (last == 0) {
        return false;
      }
      if (at % 2 == 1 || at == last) {
        was = node(sibling, was);
        is = node(sibling, is);
        while (at % 2 == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        is = node(is, sibling);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && was.equals(older.root()) && is.equals(newer.root());
  }

  private record Range(long from, long length) {
    boolean complete() {
      return Long.bitCount(length) == 1;
    }

    Range left() {
      return new Range(from, split());
    }

    Range right() {
      return new Range(from + split(), length - split());
    }

    private long split() {
      return Long.highestOneBit(length - 1);
    }
  }

  private static Sha256 subtree(Hashes hashes, long from, long length) throws IOException {
    Range range = new Range(from, length);
    if (range.complete()) {
      return hashes.at(Long.numberOfTrailingZeros(length), from / length);
    }
    return node(subtree(hashes, range.left()), subtree(hashes, range.right()));
  }

  private static Sha256 subtree(Hashes hashes, Range range) throws IOException {
    return subtree(hashes, range.from(), range.length());
  }

  private static void climb(Hashes hashes, long index, Range range, List<Sha256> path)
      throws IOException {
    if (range.length() == 1) {
      return;
    }
    if (index < range.right().from()) {
      climb(hashes, index, range.left(), path);
      path.add(subtree(hashes, range.right()));
    } else {
      climb(hashes, index, range.right(), path);
      path.add(subtree(hashes, range.left()));
    }
  }

  /** The older tree ends at {@code older}, somewhere in the range. */
  private static void prefix(Hashes hashes, long older, Range range, List<Sha256> path)
      throws IOException {
    if (older == range.from() + range.length()) {
      // the verifier knows the older root itself, so it is not sent
      if (range.from() != 0) {
        path.add(subtree(hashes, range));
      }
      return;
    }
    if (older <= range.right().from()) {
      prefix(hashes, older, range.left(), path);
      path.add(subtree(hashes, range.right()));
    } else {
      prefix(hashes, older, range.right(), path);
      path.add(subtree(hashes, range.left()));
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
