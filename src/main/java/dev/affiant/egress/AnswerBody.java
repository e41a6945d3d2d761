package dev.affiant.egress;

import dev.affiant.egress.ByteSource.Malformed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The body of an answer to a request of our own, up to a limit.
 *
 * <p>Source: RFC 9112 §6.3, §7.1.
 */
final class AnswerBody {
  private static final int LONGEST_LINE = 16 * 1024;
  private final ByteSource source;
  private final int most;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean whole = true;

  private AnswerBody(ByteSource source, int most) {
    this.source = source;
    this.most = most;
  }

  static AnswerBody read(AnswerHead head, ByteSource source, int most) throws IOException {
    AnswerBody body = new AnswerBody(source, most);
    if (head.status() == 204 || head.status() == 304) {
      return body;
    }
    if (head.value("transfer-encoding").isPresent()) {
      if (!head.value("transfer-encoding").orElseThrow().equalsIgnoreCase("chunked")) {
        throw new Malformed("its body is coded in a way that is not known");
      }
      body.chunks();
    } else {
      String length = head.value("content-length").orElse("");
      if (!length.matches("[0-9]{0,15}")) {
        throw new Malformed("its length is not a number");
      }
      body.bytes(length.isEmpty() ? Long.MAX_VALUE : Long.parseLong(length), !length.isEmpty());
    }
    return body;
  }

  byte[] bytes() {
    return kept.toByteArray();
  }

  /** Whether all of it is here. */
  boolean whole() {
    return whole;
  }

  private void chunks() throws IOException {
    while (whole) {
      String line = source.line(LONGEST_LINE);
      int end = line.indexOf(';');
      String digits = (end < 0 ? line : line.substring(0, end)).strip();
      if (!digits.matches("[0-9A-Fa-f]{1,15}")) {
        throw new Malformed("a chunk has no length");
      }
      long size = Long.parseLong(digits, 16);
      if (size == 0) {
        return; // trailers are nothing to us, and the connection ends here
      }
      bytes(size, true);
      if (whole && !source.line(LONGEST_LINE).isEmpty()) {
        throw new Malformed("a chunk is longer than it says");
      }
    }
  }

  private void bytes(long length, boolean exact) throws IOException {
    byte[] buffer = new byte[8 * 1024];
    for (long left = length; left > 0; ) {
      int room = most - kept.size();
      int count = source.read(buffer, (int) Math.min(left, buffer.length));
      if (count < 0) {
        if (exact) {
          throw new Malformed("it ends before its time");
        }
        return;
      }
      kept.write(buffer, 0, Math.min(count, room));
      if (count > room) {
        whole = false;
        return;
      }
      left -= count;
    }
  }
}
