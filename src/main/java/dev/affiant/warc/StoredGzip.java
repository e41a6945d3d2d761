package dev.affiant.warc;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;

/**
 * A gzip member whose bytes are stored, not compressed: where the form must be gzip and the bytes
 * must be the same on every Java, which no compressor promises.
 *
 * <p>Source: RFC 1952; RFC 1951 §3.2.4.
 */
final class StoredGzip {
  private static final int MOST = 0xffff;
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  private StoredGzip() {}

  static byte[] of(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 64);
    out.writeBytes(HEADER);
    int from = 0;
    do {
      int count = Math.min(MOST, bytes.length - from);
      out.write(from + count == bytes.length ? 1 : 0);
      little(out, count, 2);
      little(out, ~count, 2);
      out.write(bytes, from, count);
      from += count;
    } while (from < bytes.length);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    little(out, (int) crc.getValue(), 4);
    little(out, bytes.length, 4);
    return out.toByteArray();
  }

  private static void little(ByteArrayOutputStream out, int value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write(value >> (8 * i));
    }
  }
}
