package dev.affiant.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTest {
  /** The leaves and roots that implementations of RFC 6962 test with. */
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private static final int MOST = 33;

  /** Every subtree hash by its definition: from all leaves, each time anew. */
  private static final Hashes NAIVE = naive(MemoryLog.entries(0, MOST));

  private static Hashes naive(List<byte[]> entries) {
    return (level, index) -> definition(entries, index << level, (index + 1) << level);
  }

  private static Sha256 definition(List<byte[]> entries, long from, long to) {
    if (to - from == 1) {
      return Merkle.leaf(entries.get((int) from));
    }
    long split = from + Long.highestOneBit(to - from - 1);
    return Merkle.node(definition(entries, from, split), definition(entries, split, to));
  }

  @Test
  void rootsAreThoseOfThePublishedVectors() throws IOException {
    List<byte[]> leaves = LEAVES.stream().map(HexFormat.of()::parseHex).toList();
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        Merkle.root(naive(leaves), 0).hex());
    for (int size = 1; size <= leaves.size(); size++) {
      assertEquals(ROOTS.get(size - 1), Merkle.root(naive(leaves), size).hex());
    }
  }

  @Test
  void everyInclusionProofLeadsToTheRootAndNoOtherDoes() throws IOException {
    List<byte[]> entries = MemoryLog.entries(0, MOST);
    for (int size = 1; size <= MOST; size++) {
      Sha256 root = Merkle.root(NAIVE, size);
      for (int index = 0; index < size; index++) {
        List<Sha256> path = Merkle.inclusion(NAIVE, index, size);
        Sha256 leaf = Merkle.leaf(entries.get(index));
        assertEquals(root, Merkle.climb(leaf, index, size, path));
        for (int i = 0; i < path.size(); i++) {
          assertFalse(root.equals(Merkle.climb(leaf, index, size, wrong(path, i))));
        }
        assertFalse(root.equals(Merkle.climb(Merkle.leaf(new byte[1]), index, size, path)));
      }
    }
  }

  @Test
  void aProofOfTheWrongLengthIsNoProof() throws IOException {
    List<Sha256> path = Merkle.inclusion(NAIVE, 3, 7);
    List<Sha256> longer = new ArrayList<>(path);
    longer.add(Merkle.EMPTY);
    assertThrows(IllegalArgumentException.class, () -> Merkle.climb(Merkle.EMPTY, 3, 7, longer));
    assertThrows(
        IllegalArgumentException.class,
        () -> Merkle.climb(Merkle.EMPTY, 3, 7, path.subList(0, path.size() - 1)));
    assertThrows(IllegalArgumentException.class, () -> Merkle.climb(Merkle.EMPTY, 7, 7, path));
  }

  @Test
  void everyPairOfSizesHasAConsistencyProofAndNoOtherHolds() throws IOException {
    for (int newer = 0; newer <= MOST; newer++) {
      for (int older = 0; older <= newer; older++) {
        Merkle.Head is = new Merkle.Head(newer, Merkle.root(NAIVE, newer));
        Merkle.Head was = new Merkle.Head(older, Merkle.root(NAIVE, older));
        List<Sha256> path = Merkle.consistency(NAIVE, older, newer);
        assertTrue(Merkle.consistent(was, is, path), older + " " + newer);
        for (int i = 0; i < path.size(); i++) {
          assertFalse(Merkle.consistent(was, is, wrong(path, i)));
        }
        Merkle.Head other = new Merkle.Head(older, Merkle.leaf(new byte[2]));
        assertFalse(Merkle.consistent(other, is, path), "another past " + older + " " + newer);
      }
    }
  }

  @Test
  void aShorterLogIsNotConsistentWithALongerPast() throws IOException {
    Merkle.Head five = new Merkle.Head(5, Merkle.root(NAIVE, 5));
    Merkle.Head four = new Merkle.Head(4, Merkle.root(NAIVE, 4));
    assertFalse(Merkle.consistent(five, four, List.of()));
    assertFalse(Merkle.consistent(four, five, List.of()));
  }

  private static List<Sha256> wrong(List<Sha256> path, int at) {
    List<Sha256> other = new ArrayList<>(path);
    byte[] bytes = other.get(at).bytes();
    bytes[at % 32] ^= 1;
    other.set(at, Sha256.wrap(bytes));
    return other;
  }
}
