package dev.affiant.egress;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A stream read by lines and by lengths. One thread at a time. */
final class ByteSource {
  private final InputStream in;
  private final byte[] buffer = new byte[16 * 1024];
  private int from;
  private int to;

  ByteSource(InputStream in) {
    this.in = in;
  }

  /** Waits for a byte; false at the end. A timeout loses nothing. */
  boolean ready() throws IOException {
    if (from < to) {
      return true;
    }
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }

  /** Some bytes, or -1 at the end. */
  int read(byte[] into, int most) throws IOException {
    if (!ready()) {
      return -1;
    }
    int count = Math.min(most, to - from);
    System.arraycopy(buffer, from, into, 0, count);
    from += count;
    return count;
  }

  /** What was read ahead of anybody's need. */
  byte[] rest() {
    byte[] rest = Arrays.copyOfRange(buffer, from, to);
    from = to;
    return rest;
  }

  /**
   * A line without its CR LF, byte for byte as Latin-1.
   *
   * @throws Malformed if it is longer, or ends in any other way
   */
  String line(int most) throws IOException {
    StringBuilder line = new StringBuilder(80);
    while (line.length() <= most) {
      if (!ready()) {
        throw new Malformed("it ends in the middle of a line");
      }
      char c = (char) (buffer[from++] & 0xff);
      if (c == '\n' && endsInCr(line)) {
        return line.substring(0, line.length() - 1);
      }
      if (c == '\n' || endsInCr(line)) {
        throw new Malformed("a line does not end in CR LF");
      }
      line.append(c);
    }
    throw new Malformed("a line is longer than " + most + " bytes");
  }

  private static boolean endsInCr(StringBuilder line) {
    return line.length() > 0 && line.charAt(line.length() - 1) == '\r';
  }

  /** Bytes of a line as it was sent. */
  static byte[] bytes(String line) {
    return (line + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** It is not HTTP as we speak it. */
  static final class Malformed extends IOException {
    private static final long serialVersionUID = 1L;

    Malformed(String why) {
      super(why);
    }
  }
}
