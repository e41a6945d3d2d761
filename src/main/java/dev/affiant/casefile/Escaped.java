package dev.affiant.casefile;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Percent-encodes what an address may not hold as it is, and nothing else: {@code a b|ü} becomes
 * {@code a%20b%7C%C3%BC}, {@code %20} stays.
 *
 * <p>Source: RFC 3986 §2.
 */
final class Escaped {
  private static final String PLAIN = "-._~!$&'()*+,;=:@/";

  private Escaped() {}

  static String path(String text) {
    return encode(text, PLAIN);
  }

  /** A query or fragment with its first character, which is kept; or nothing. */
  static String rest(@Nullable String text) {
    return text == null ? "" : text.charAt(0) + encode(text.substring(1), PLAIN + "?");
  }

  private static String encode(String text, String plain) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      if (stays(text, at, point, plain)) {
        out.append((char) point);
      } else {
        append(out, point);
      }
      at += Character.charCount(point);
    }
    return out.toString();
  }

  private static boolean stays(String text, int at, int point, String plain) {
    if (point == '%') {
      return at + 2 < text.length() && hex(text.charAt(at + 1)) && hex(text.charAt(at + 2));
    }
    return point < 128 && (Character.isLetterOrDigit(point) || plain.indexOf(point) >= 0);
  }

  private static boolean hex(char c) {
    return Character.digit(c, 16) >= 0 && c < 128;
  }

  private static void append(StringBuilder out, int point) {
    if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
      throw new IllegalArgumentException("the URL holds half a character");
    }
    for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
      out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
    }
  }
}
