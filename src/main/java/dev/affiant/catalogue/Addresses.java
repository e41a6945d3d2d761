package dev.affiant.catalogue;

import dev.affiant.evidence.Sha256;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What the catalogue finds URLs by: host, and the SHA-256 of the URL without its fragment. */
final class Addresses {
  private static final int WIDEST = 300;

  private Addresses() {}

  /** The hash by which attempts and captures of one page are found. */
  static Sha256 hash(String url) {
    int fragment = url.indexOf('#');
    String page = fragment < 0 ? url : url.substring(0, fragment);
    return Sha256.of(page.getBytes(StandardCharsets.UTF_8));
  }

  /** The host in lower case; empty where there is none. */
  static String host(String url) {
    try {
      String host = new URI(url).getHost();
      String lower = host == null ? "" : host.toLowerCase(Locale.ROOT);
      return lower.length() <= WIDEST ? lower : lower.substring(0, WIDEST);
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
