package dev.affiant.egress;

import dev.affiant.egress.ByteSource.Malformed;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Copies the body of one request and not a byte of the next.
 *
 * <p>Source: RFC 9112 §6, §7.1.
 */
final class RequestBody {
  private static final int LONGEST_LINE = 16 * 1024;
  private static final int MOST_TRAILERS = 100;

  private RequestBody() {}

  /** Copies a body of this length, or a chunked one with its framing, byte for byte. */
  static void copy(long length, ByteSource source, OutputStream to) throws IOException {
    if (length == RequestHead.CHUNKED) {
      chunks(source, to);
    } else {
      bytes(length, source, to);
    }
  }

  private static void chunks(ByteSource source, OutputStream to) throws IOException {
    while (true) {
      String line = source.line(LONGEST_LINE);
      long size = size(line);
      to.write(ByteSource.bytes(line));
      if (size == 0) {
        trailers(source, to);
        return;
      }
      bytes(size, source, to);
      if (!source.line(LONGEST_LINE).isEmpty()) {
        throw new Malformed("a chunk is longer than it says");
      }
      to.write(ByteSource.bytes(""));
    }
  }

  private static long size(String line) throws Malformed {
    int end = line.indexOf(';');
    String digits = (end < 0 ? line : line.substring(0, end)).strip();
    if (!digits.matches("[0-9A-Fa-f]{1,15}")) {
      throw new Malformed("a chunk has no length");
    }
    return Long.parseLong(digits, 16);
  }

  private static void trailers(ByteSource source, OutputStream to) throws IOException {
    for (int i = 0; i < MOST_TRAILERS; i++) {
      String line = source.line(LONGEST_LINE);
      to.write(ByteSource.bytes(line));
      if (line.isEmpty()) {
        return;
      }
    }
    throw new Malformed("its trailers do not end");
  }

  private static void bytes(long length, ByteSource source, OutputStream to) throws IOException {
    byte[] buffer = new byte[(int) Math.min(length, 32 * 1024)];
    for (long left = length; left > 0; ) {
      int count = source.read(buffer, (int) Math.min(left, buffer.length));
      if (count < 0) {
        throw new IOException("the browser went away in the middle of a request");
      }
      to.write(buffer, 0, count);
      left -= count;
    }
  }
}
