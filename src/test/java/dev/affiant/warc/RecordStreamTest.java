package dev.affiant.warc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Sha256;
import dev.affiant.network.Body;
import dev.affiant.network.Traffic;
import dev.affiant.network.Traffic.Draft;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

class RecordStreamTest {
  private static final byte[] PIECE = Zoo.noise(1 << 20);

  @Test
  void largeBodyStreamsThrough() throws Exception {
    assertEquals(60L << 20, readBack(60));
  }

  /**
   * Writes and reads a body of so many mebibytes at once; by hand also with 500 and a small heap.
   */
  static long readBack(int mebibytes) throws Exception {
    Repeated body = new Repeated(mebibytes);
    Traffic t = new Traffic();
    t.add(
        new Draft("media", "GET", "http://a.example/big")
            .answered(Traffic.answer(200, "OK"))
            .with(new Body(body.digest(), Extent.WHOLE, -1)));
    PipedInputStream in = new PipedInputStream(1 << 16);
    PipedOutputStream out = new PipedOutputStream(in);
    Thread writer =
        new Thread(
            () -> {
              try (out) {
                WarcFile.write(Zoo.FACTS, t.record(), body, out);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    writer.start();
    long length = -1;
    try (WarcReader reader = new WarcReader(in)) {
      for (WarcRecord record : reader) {
        if (record instanceof WarcResponse response) {
          CountingHash sink = new CountingHash();
          response.http().body().stream().transferTo(sink);
          Digest read = sink.digest();
          assertEquals(body.digest(), read);
          length = read.bytes();
        }
      }
    }
    writer.join();
    return length;
  }

  @Test
  void bodyThatIsGoneIsAnError() {
    Traffic t = new Traffic();
    t.add(
        new Draft("image", "GET", "http://a.example/x")
            .answered(Traffic.answer(200, "OK"))
            .with(new Body(new Digest(Sha256.of(PIECE), 5), Extent.WHOLE, -1)));
    assertThrows(UncheckedIOException.class, () -> Zoo.write(t));
  }

  @Test
  void bodyThatIsNotWhatItsHashSaysIsAnError() {
    for (int size : new int[] {10, 3 << 20}) {
      byte[] right = new byte[size];
      Digest digest = Digest.of(right);
      byte[] altered = right.clone();
      altered[size - 1] = 1;
      for (byte[] other : new byte[][] {altered, new byte[size - 1], new byte[size + 1]}) {
        Traffic t = new Traffic();
        t.add(
            new Draft("image", "GET", "http://a.example/x")
                .answered(Traffic.answer(200, "OK"))
                .with(new Body(digest, Extent.WHOLE, -1)));
        Holding holding = hash -> Optional.of(new ByteArrayInputStream(other));
        assertThrows(
            IOException.class,
            () -> WarcFile.write(Zoo.FACTS, t.record(), holding, OutputStream.nullOutputStream()));
      }
    }
  }

  /** What goes in, counted and hashed. */
  private static final class CountingHash extends OutputStream {
    private final MessageDigest hasher = Sha256.hasher();
    private long length;

    @Override
    public void write(int b) {
      hasher.update((byte) b);
      length++;
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      hasher.update(bytes, from, count);
      length += count;
    }

    /** Ends it. */
    Digest digest() {
      return new Digest(Sha256.wrap(hasher.digest()), length);
    }
  }

  /** A body of one piece over and over, made while it is read. */
  static final class Repeated implements Holding {
    private final int times;
    private final Digest digest;

    Repeated(int times) throws IOException {
      this.times = times;
      CountingHash sink = new CountingHash();
      stream().transferTo(sink);
      digest = sink.digest();
    }

    Digest digest() {
      return digest;
    }

    @Override
    public Optional<InputStream> open(Sha256 object) {
      return Optional.of(stream());
    }

    private InputStream stream() {
      return new InputStream() {
        private long at;

        @Override
        public int read() {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) {
          if (at == (long) times * PIECE.length) {
            return -1;
          }
          int start = (int) (at % PIECE.length);
          int some = Math.min(count, PIECE.length - start);
          System.arraycopy(PIECE, start, bytes, from, some);
          at += some;
          return some;
        }
      };
    }
  }
}
