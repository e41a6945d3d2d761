package dev.affiant.warc;

import java.nio.charset.StandardCharsets;

/** Makes text that a page controls fit for one line of a head, in ASCII, with nothing lost. */
final class OneLine {
  private OneLine() {}

  /**
   * The text with every control character and everything beyond ASCII percent-encoded as UTF-8:
   * {@code a%0D%0Ab}.
   */
  static String of(String text) {
    return encoded(text, "");
  }

  /** The same for a URI, in which there is no space and none of {@code <>"} either. */
  static String uri(String text) {
    return encoded(text, " <>\"");
  }

  private static String encoded(String text, String besides) {
    StringBuilder line = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b < ' ' || b == 0x7f || besides.indexOf(b) >= 0) {
        line.append("%%%02X".formatted(b));
      } else {
        line.append((char) b);
      }
    }
    return line.toString();
  }
}
