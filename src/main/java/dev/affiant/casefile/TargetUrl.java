package dev.affiant.casefile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * An address that an order may name: http or https, a host, no user name or password.
 *
 * <p>What it cannot represent never becomes an order.
 *
 * @param uri in ASCII, with a lower-case host
 */
public record TargetUrl(URI uri) {

  /**
   * Reads what a person typed.
   *
   * @throws IllegalArgumentException saying what is wrong with it, without repeating a secret
   */
  public static TargetUrl parse(String typed) {
    try {
      return new TargetUrl(new URI(typed.strip()));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a URL", e);
    }
  }

  public TargetUrl {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("only http and https pages can be captured");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("the URL carries credentials");
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("the URL names no host");
    }
  }

  public String host() {
    return uri.getHost().toLowerCase(Locale.ROOT);
  }

  /** The port, by the scheme's default where none is given. */
  public int port() {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
