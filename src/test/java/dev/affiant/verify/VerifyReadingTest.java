package dev.affiant.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Entry;
import dev.affiant.seal.Merkle;
import dev.affiant.seal.TileHashes;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How verification reads: every level, every stream to its end, and with word of how far it is. */
class VerifyReadingTest {
  private final MemoryStore store = MemoryStore.of(4);

  private static Report verify(MemoryStore store, Trust trust) {
    return new Verify(trust, Progress.SILENT).store(store.subject());
  }

  private static void flip(Map<String, byte[]> files, String path, int at) {
    byte[] bytes = files.getOrDefault(path, new byte[0]).clone();
    bytes[at] ^= 1;
    files.put(path, bytes);
  }

  @Test
  void aLongLogIsCheckedOnEveryLevel() throws IOException {
    MemoryStore large = new MemoryStore();
    List<byte[]> entries = new ArrayList<>();
    byte[] bytes = {1};
    large.objects.put(Sha256.of(bytes), bytes);
    for (int i = 0; i < 70_000; i++) {
      entries.add(
          new Entry("case", MemoryStore.id(1), i, Sha256.of(bytes), Optional.empty()).bytes());
    }
    large.log.append(entries);
    assertEquals(Verdict.INTACT, verify(large, Trust.NONE).verdict());
    assertEquals(large.log.head().root(), Merkle.root(new TileHashes(large.log, 70_000), 70_000));
    flip(large.log.files, "tile/1/001.p/17", 5 * 32);
    flip(large.log.files, "tile/2/000.p/1", 0);
    Report report = verify(large, Trust.NONE);
    assertEquals(
        List.of("ledger/tile/1/001.p/17, hash 5", "ledger/tile/2/000.p/1, hash 0"),
        report.faults().stream().map(Finding::where).toList());
  }

  @Test
  void progressIsToldToTheEnd() {
    long[] last = new long[3];
    new Verify(
            Trust.NONE,
            (objects, of, bytes) -> {
              last[0] = objects;
              last[1] = of;
              last[2] = bytes;
            })
        .store(store.subject());
    assertEquals(21, last[0]);
    assertEquals(21, last[1]);
    long all = store.objects.values().stream().mapToLong(b -> b.length).sum();
    assertEquals(all, last[2]);
  }

  @Test
  void streamsAreClosed() {
    int[] open = new int[1];
    Subject subject =
        new Subject(
            object ->
                store
                    .open(object)
                    .map(
                        in -> {
                          synchronized (open) {
                            open[0]++;
                          }
                          return new Closing(in, open);
                        }),
            store.log,
            store.subject().own(),
            id -> false);
    new Verify(Trust.NONE, Progress.SILENT).store(subject);
    assertEquals(0, open[0]);
  }

  private static final class Closing extends FilterInputStream {
    private final int[] open;

    Closing(InputStream in, int[] open) {
      super(in);
      this.open = open;
    }

    @Override
    public void close() throws IOException {
      synchronized (open) {
        open[0]--;
      }
      super.close();
    }
  }
}
