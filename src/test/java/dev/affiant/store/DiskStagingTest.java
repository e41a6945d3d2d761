package dev.affiant.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Staging;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskStagingTest {
  @TempDir Path directory;

  private StagedFiles files() {
    return new StagedFiles(new LocalDisk(), directory);
  }

  private static byte[] bytes(String words) {
    return words.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatEndedCanBeReadBack() throws IOException {
    DiskStaging staging = new DiskStaging(files());
    Staging.Sink sink = staging.sink();
    assertTrue(sink.write(bytes("xabcx"), 1, 3));
    assertTrue(staging.bytes(Scene.digest("abc").sha256()).isEmpty(), "not while it is open");
    Digest digest = sink.end(Extent.LENGTH);
    assertEquals(Scene.digest("abc"), digest);
    assertEquals(Extent.LENGTH, sink.extent());
    assertEquals(digest, sink.end(Extent.WHOLE), "a second end says the same");
    assertEquals(Extent.LENGTH, sink.extent());
    assertFalse(sink.write(bytes("more"), 0, 4));
    assertArrayEquals(bytes("abc"), staging.bytes(digest.sha256()).orElseThrow());
    assertEquals(Scene.digest(""), staging.put(new byte[0]));
    assertArrayEquals(new byte[0], staging.bytes(Scene.digest("").sha256()).orElseThrow());
  }

  @Test
  void ofTwoThatHoldTheSameOneStays() throws IOException {
    DiskStaging staging = new DiskStaging(files());
    staging.put(bytes("twice"));
    staging.put(bytes("twice"));
    try (var names = Files.list(directory)) {
      assertEquals(1, names.count());
    }
  }

  @Test
  void shuttingEndsWhatIsOpenWithWhatCame() throws IOException {
    DiskStaging staging = new DiskStaging(files());
    Staging.Sink sink = staging.sink();
    sink.write(bytes("half"), 0, 4);
    staging.shut();
    assertFalse(sink.write(bytes("late"), 0, 4));
    assertEquals(Scene.digest("half"), sink.end(Extent.WHOLE));
    assertEquals(Extent.TIME, sink.extent());
    assertArrayEquals(bytes("half"), staging.bytes(Scene.digest("half").sha256()).orElseThrow());
    assertFalse(staging.sink().write(bytes("new"), 0, 3), "nothing new comes in either");
  }

  /** A disk on which a write hangs, with some of its bytes on the file already. */
  private static final class Hanging extends DiskOver {
    final CountDownLatch hangs = new CountDownLatch(1);
    final CountDownLatch goesOn = new CountDownLatch(1);

    @Override
    public OutputStream create(Path file, Mode mode) throws IOException {
      OutputStream real = super.create(file, mode);
      return new OutputStream() {
        @Override
        public void write(int b) throws IOException {
          real.write(b);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
          if (length == 4 && from[0] == 'h') {
            real.write(from, offset, 2);
            hangs.countDown();
            await(goesOn);
            real.write(from, offset + 2, 2);
          } else {
            real.write(from, offset, length);
          }
        }

        @Override
        public void close() throws IOException {
          real.close();
        }
      };
    }

    static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void shuttingDoesNotWaitForAWriteThatHangs() throws Exception {
    Hanging disk = new Hanging();
    StagedFiles files = new StagedFiles(disk, directory);
    DiskStaging staging = new DiskStaging(files);
    Staging.Sink sink = staging.sink();
    sink.write(bytes("begun"), 0, 5);
    AtomicBoolean answer = new AtomicBoolean(true);
    Thread writer = new Thread(() -> answer.set(sink.write(bytes("hang"), 0, 4)));
    writer.start();
    Hanging.await(disk.hangs);
    staging.shut();
    Digest digest = sink.end(Extent.WHOLE);
    assertEquals(Scene.digest("begun"), digest, "what hangs is not counted");
    assertArrayEquals(bytes("begun"), staging.bytes(digest.sha256()).orElseThrow());
    Path whole = files.whole(digest.sha256()).orElseThrow();
    disk.goesOn.countDown();
    writer.join();
    assertFalse(answer.get());
    assertArrayEquals(bytes("begun"), Files.readAllBytes(whole), "nor does it come in later");
  }

  @Test
  void anInterruptDoesNotBreakAWrite() throws IOException {
    DiskStaging staging = new DiskStaging(files());
    Staging.Sink sink = staging.sink();
    Thread.currentThread().interrupt();
    assertTrue(sink.write(bytes("abc"), 0, 3));
    Digest digest = sink.end(Extent.WHOLE);
    new LocalDisk().syncDirectory(directory);
    new LocalDisk().lock(directory.resolve("lock")).close();
    assertArrayEquals(bytes("abc"), staging.bytes(digest.sha256()).orElseThrow());
    assertTrue(Thread.interrupted(), "and is not lost");
  }

  @Test
  void aFullDiskIsToldAndTheRestIsDropped() {
    CrashDisk disk = new CrashDisk(new CrashDisk.Platter());
    DiskStaging staging = new DiskStaging(new StagedFiles(disk, Path.of("")));
    Staging.Sink sink = staging.sink();
    assertTrue(sink.write(bytes("came"), 0, 4));
    disk.refuseAfter(0, Long.MAX_VALUE);
    assertFalse(sink.write(bytes("refused"), 0, 7));
    disk.refuseNothing();
    assertFalse(sink.write(bytes("too late"), 0, 8));
    assertEquals(Scene.digest("came"), sink.end(Extent.WHOLE));
    assertEquals(Extent.UNSPECIFIED, sink.extent(), "it is not whole");
  }
}
