package dev.affiant.social;

import dev.affiant.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What two texts have in common that differ only in case, spaces, links and whom they address:
 * NFKC, upper then lower case, without links and mentions, spaces as one; then SHA-256.
 */
public final class SameText {
  /** Shorter texts are written by many who know nothing of one another. */
  public static final int SHORTEST = 24;

  /** What derived it, for edges. */
  static final String METHOD = "same-text/1";

  private static final Pattern LINK = Pattern.compile("https?://\\S{1,2000}");
  private static final Pattern MENTION = Pattern.compile("@[\\p{L}\\p{N}_.@-]{1,200}");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  private SameText() {}

  static Optional<Sha256> of(String text) {
    String same = normal(text);
    return same.codePointCount(0, same.length()) < SHORTEST
        ? Optional.empty()
        : Optional.of(Sha256.of(same.getBytes(StandardCharsets.UTF_8)));
  }

  static String normal(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String bare = MENTION.matcher(LINK.matcher(plain).replaceAll(" ")).replaceAll(" ");
    String folded = bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return SPACE.matcher(folded).replaceAll(" ").strip();
  }
}
