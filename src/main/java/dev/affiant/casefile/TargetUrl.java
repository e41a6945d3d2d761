package dev.affiant.casefile;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * An address that an order may name: http or https, a host, no user name or password.
 *
 * <p>What it cannot represent never becomes an order, and no error repeats what was typed: it may
 * hold a secret.
 *
 * @param uri in ASCII, as in {@code https://xn--bcher-kva.example/a%20b?q=1#top}: scheme and host
 *     in lower case, no default port, never an empty path
 */
public record TargetUrl(URI uri) {

  /**
   * Reads what a person typed: spaces around it, spaces and letters of any script in it, a host in
   * any script.
   *
   * @throws IllegalArgumentException saying in one line what is wrong with it, without repeating it
   */
  public static TargetUrl parse(String typed) {
    return new TargetUrl(TypedUrl.read(typed));
  }

  public TargetUrl {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException(TypedUrl.ONLY_WEB);
    }
    HostPort.of(uri);
  }

  /** The host in lower case: a name in ASCII, an IPv4 address, or an IPv6 address in brackets. */
  public String host() {
    return HostPort.of(uri).host();
  }

  /** The port, by the scheme's default where none is given. */
  public int port() {
    return HostPort.of(uri).port().orElse(secure() ? 443 : 80);
  }

  /** Whether it is https. */
  public boolean secure() {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  /** What is sent to the server: path and query, {@code /a%20b?q=1}. */
  public String requestTarget() {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  /** What follows the {@code #}: it stays in the browser and is never sent. */
  public Optional<String> fragment() {
    return Optional.ofNullable(uri.getRawFragment());
  }

  /** The address without its fragment: what a server is asked for. */
  public String withoutFragment() {
    String whole = uri.toString();
    int hash = whole.indexOf('#');
    return hash < 0 ? whole : whole.substring(0, hash);
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
