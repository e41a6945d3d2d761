package dev.affiant.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GrowthTest {
  private final LogKey key = TestKeys.of("example.com/log", 1);

  @Test
  void oneByOneGivesTheSameFilesAndRootAsAllAtOnce() throws IOException {
    MemoryLog slow = new MemoryLog(key);
    for (int i = 0; i < 600; i++) {
      slow.append(MemoryLog.entries(i, i + 1));
      if (i % 97 == 0 || (i > 250 && i < 260) || (i > 505 && i < 520)) {
        MemoryLog fast = new MemoryLog(key);
        fast.append(MemoryLog.entries(0, i + 1));
        assertEquals(fast.files.keySet(), slow.files.keySet(), "after " + i);
        fast.files.forEach((path, bytes) -> assertArrayEquals(bytes, slow.files.get(path), path));
      }
    }
  }

  @Test
  void seventyThousandEntriesHaveTheFilesOfTheSpecificationsExample() throws IOException {
    MemoryLog log = new MemoryLog(key);
    log.append(MemoryLog.entries(0, 65_000));
    log.append(MemoryLog.entries(65_000, 70_000));
    TreeSet<String> expected = new TreeSet<>(List.of("checkpoint"));
    for (int i = 0; i < 273; i++) {
      expected.add(new Tile(0, i, 256).path());
      expected.add(new Tile(Tile.ENTRIES, i, 256).path());
    }
    expected.addAll(
        List.of(
            "tile/0/273.p/112",
            "tile/entries/273.p/112",
            "tile/1/000",
            "tile/1/001.p/17",
            "tile/2/000.p/1"));
    assertEquals(expected, log.files.keySet());
  }

  @Test
  void anAppendTouchesAFewFilesHoweverLongTheLog() throws IOException {
    MemoryLog log = new MemoryLog(key);
    log.append(MemoryLog.entries(0, 65_535));
    assertEquals(
        List.of("tile/0/255", "tile/1/000", "tile/2/000.p/1", "tile/entries/255"),
        Growth.of(log, log.size(), MemoryLog.entries(65_535, 65_536)).files().keySet().stream()
            .sorted()
            .toList());
    log.append(MemoryLog.entries(65_535, 65_536));
    assertEquals(2, Growth.of(log, log.size(), MemoryLog.entries(0, 1)).files().size());
  }

  @Test
  void rootsAndProofsAtEverySizeAreReadFromTheTiles() throws IOException {
    int size = 530;
    MemoryLog log = new MemoryLog(key);
    log.append(MemoryLog.entries(0, size));
    List<Sha256> roots = roots(size);
    TileHashes hashes = new TileHashes(log, size);
    Merkle.Head now = new Merkle.Head(size, log.head().root());
    for (int at = 1; at <= size; at++) {
      assertEquals(roots.get(at - 1), Merkle.root(hashes, at), "size " + at);
      Merkle.Head was = new Merkle.Head(at, roots.get(at - 1));
      assertTrue(Merkle.consistent(was, now, Merkle.consistency(hashes, at, size)), "size " + at);
      Sha256 leaf = Merkle.leaf(MemoryLog.entries(at - 1, at).get(0));
      List<Sha256> path = Merkle.inclusion(hashes, at - 1, size);
      assertEquals(now.root(), Merkle.climb(leaf, at - 1, size, path));
    }
    assertEquals(now.root(), Growth.root(log, size));
  }

  private List<Sha256> roots(int size) throws IOException {
    MemoryLog log = new MemoryLog(key);
    List<Sha256> roots = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      log.append(MemoryLog.entries(i, i + 1));
      roots.add(log.head().root());
    }
    return roots;
  }

  @Test
  void aRightEdgeThatIsMissingOrShortIsAnError() throws IOException {
    MemoryLog log = new MemoryLog(key);
    log.append(MemoryLog.entries(0, 300));
    MemoryLog short0 = log.copy();
    short0.files.put("tile/0/001.p/44", new byte[32]);
    assertThrows(IOException.class, () -> Growth.of(short0, 300, MemoryLog.entries(0, 1)));
    MemoryLog gone = log.copy();
    gone.files.remove("tile/1/000.p/1");
    assertThrows(IOException.class, () -> Growth.of(gone, 300, MemoryLog.entries(0, 1)));
  }

  @Test
  void entriesAreReadBackAndACutIsRefused() {
    List<byte[]> entries = List.of(new byte[0], new byte[65_535], new byte[] {1, 2});
    byte[] file = Entries.bytes(entries);
    List<byte[]> back = Entries.parse(file);
    assertEquals(3, back.size());
    assertArrayEquals(entries.get(2), back.get(2));
    byte[] cut = java.util.Arrays.copyOf(file, file.length - 1);
    assertThrows(IllegalArgumentException.class, () -> Entries.parse(cut));
    assertThrows(IllegalArgumentException.class, () -> Entries.bytes(List.of(new byte[65_536])));
  }
}
