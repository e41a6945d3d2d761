package dev.affiant.network;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a URL leads on the network: host and port, as a lane's connections name them. The host is
 * in lower case, an IPv6 address without its brackets, a final dot gone.
 */
public record Place(String host, int port) {
  private static final Map<String, Integer> PORTS =
      Map.of("http", 80, "https", 443, "ws", 80, "wss", 443);
  private static final int HIGHEST = 65_535;

  public Place {
    host = plain(host);
  }

  /** The place that this URL leads to, or none if it leads nowhere, as {@code data:} does. */
  public static Optional<Place> of(String url) {
    int colon = url.indexOf("://");
    if (colon < 0) {
      return Optional.empty();
    }
    Integer usual = PORTS.get(url.substring(0, colon).toLowerCase(Locale.ROOT));
    if (usual == null) {
      return Optional.empty();
    }
    String after = url.substring(colon + 3, end(url, colon + 3));
    String authority = after.substring(after.lastIndexOf('@') + 1);
    int port = authority.lastIndexOf(':');
    if (port < 0 || port < authority.lastIndexOf(']')) {
      return Optional.of(new Place(authority, usual));
    }
    String host = authority.substring(0, port);
    return number(authority.substring(port + 1), usual).map(number -> new Place(host, number));
  }

  private static Optional<Integer> number(String digits, int usual) {
    if (digits.isEmpty()) {
      return Optional.of(usual);
    }
    if (digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    int port = Integer.parseInt(digits);
    return port > HIGHEST ? Optional.empty() : Optional.of(port);
  }

  private static int end(String url, int from) {
    for (int i = from; i < url.length(); i++) {
      if ("/?#\\".indexOf(url.charAt(i)) >= 0) {
        return i;
      }
    }
    return url.length();
  }

  private static String plain(String host) {
    String plain = host.toLowerCase(Locale.ROOT);
    if (plain.startsWith("[") && plain.endsWith("]")) {
      return plain.substring(1, plain.length() - 1);
    }
    return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
