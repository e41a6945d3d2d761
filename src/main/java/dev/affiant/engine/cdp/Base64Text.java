package dev.affiant.engine.cdp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Base64 as the browser sends pictures, decoded piece by piece, so that a picture of many megabytes
 * is never in memory more often than as its text and its bytes.
 *
 * <p>Source: RFC 4648 §4.
 */
final class Base64Text {
  /** A multiple of four, so that no group of characters is cut. */
  private static final int PIECE = 1 << 16;

  private Base64Text() {}

  /**
   * The bytes that this text says.
   *
   * @throws IllegalArgumentException if it is not Base64
   */
  static byte[] bytes(String text) {
    int length = text.length();
    if (length % 4 != 0) {
      throw new IllegalArgumentException("not Base64: its length is " + length);
    }
    int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
    byte[] bytes = new byte[length / 4 * 3 - padding];
    int at = 0;
    for (int i = 0; i < length; i += PIECE) {
      String piece = text.substring(i, Math.min(length, i + PIECE));
      byte[] decoded = Base64.getDecoder().decode(piece.getBytes(StandardCharsets.ISO_8859_1));
      System.arraycopy(decoded, 0, bytes, at, decoded.length);
      at += decoded.length;
    }
    if (at != bytes.length) {
      throw new IllegalArgumentException("not Base64: it is padded in the middle");
    }
    return bytes;
  }
}
