package dev.affiant.warc;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes gzip members one after another, with no time, name or system in them. {@link #begin}, then
 * bytes, then {@link #end}; the stream under it stays open.
 *
 * <p>Source: RFC 1952.
 */
final class GzipMembers extends OutputStream {
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  private final OutputStream out;
  private final CRC32 crc = new CRC32();
  private final byte[] squeezed = new byte[1 << 16];
  private Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private int level = Deflater.DEFAULT_COMPRESSION;
  private long length;

  GzipMembers(OutputStream out) {
    this.out = out;
  }

  /** Starts a member that is compressed at this level. */
  void begin(int deflateLevel) throws IOException {
    if (deflateLevel != level) {
      deflater.end();
      deflater = new Deflater(deflateLevel, true);
      level = deflateLevel;
    } else {
      deflater.reset();
    }
    crc.reset();
    length = 0;
    out.write(HEADER);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    crc.update(bytes, from, count);
    length += count;
    deflater.setInput(bytes, from, count);
    while (!deflater.needsInput()) {
      drain();
    }
  }

  /** Ends the member. */
  void end() throws IOException {
    deflater.finish();
    while (!deflater.finished()) {
      drain();
    }
    little((int) crc.getValue());
    little((int) length);
  }

  @Override
  public void close() {
    deflater.end();
  }

  private void drain() throws IOException {
    int count = deflater.deflate(squeezed);
    out.write(squeezed, 0, count);
  }

  private void little(int value) throws IOException {
    out.write(
        new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)});
  }
}
