package dev.affiant.address;

import dev.affiant.evidence.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * An address without what does not change the page: host in lower case, no usual port, no fragment,
 * no trackers, the rest of the query sorted by name. Pages are found again by it; what was asked
 * for stays what is visited.
 *
 * <pre>
 * https://Example.org:443/a?utm_source=x&amp;b=2&amp;a=1#top → https://example.org/a?a=1&amp;b=2
 * </pre>
 */
public record Canonical(String url) {

  /** Of an http or https address. */
  public static Canonical of(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = query(uri.getRawQuery() == null ? "" : uri.getRawQuery());
    String host = authority(scheme, String.valueOf(uri.getRawAuthority()));
    return new Canonical(scheme + "://" + host + path + (query.isEmpty() ? "" : "?" + query));
  }

  /** What it is found by: the SHA-256 of its text. */
  public Sha256 index() {
    return Sha256.of(url.getBytes(StandardCharsets.UTF_8));
  }

  private static String authority(String scheme, String raw) {
    String lower = raw.toLowerCase(Locale.ROOT);
    String usual = scheme.equals("https") ? ":443" : ":80";
    String bare =
        lower.endsWith(usual) ? lower.substring(0, lower.length() - usual.length()) : lower;
    return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
  }

  private static String query(String raw) {
    List<String> kept = new ArrayList<>();
    for (String pair : raw.split("&", -1)) {
      if (!pair.isEmpty() && !Trackers.has(name(pair))) {
        kept.add(pair);
      }
    }
    kept.sort(Comparator.comparing(Canonical::name));
    return String.join("&", kept);
  }

  private static String name(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0 ? pair : pair.substring(0, equals);
  }

  @Override
  public String toString() {
    return url;
  }
}
