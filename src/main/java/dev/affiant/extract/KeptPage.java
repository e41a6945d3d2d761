package dev.affiant.extract;

import dev.affiant.evidence.Sha256;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What was kept of a page, as far as reading goes.
 *
 * @param url the address that was visited
 * @param ids what the groups of the address's form hold
 * @param rendered the DOM
 * @param response the main document as it came
 * @param headers of the main answer, names in lower case
 * @param beside what else came
 * @param at when the page was looked at: what "3 hours ago" counts from
 */
public record KeptPage(
    String url,
    Map<String, String> ids,
    Optional<Kept> rendered,
    Optional<Kept> response,
    Map<String, String> headers,
    Beside beside,
    Instant at) {
  public KeptPage {
    ids = Map.copyOf(ids);
    headers = Map.copyOf(headers);
  }

  /**
   * An artifact's text, its name and its hash.
   *
   * @param charset by which its bytes are text
   */
  public record Kept(String name, Sha256 sha256, String charset, String text) {

    /** What these bytes say. */
    public static Kept of(String name, byte[] bytes, Charset charset) {
      return new Kept(name, Sha256.of(bytes), charset.name(), new String(bytes, charset));
    }
  }
}
