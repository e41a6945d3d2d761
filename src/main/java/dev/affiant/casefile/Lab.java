package dev.affiant.casefile;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The map of lab mode: host names that are served by fixtures on loopback. When it is not empty,
 * every record says LAB and no other host is reached.
 *
 * @param hosts the loopback address for each host name in lower case, port included
 * @param keys of the lab's certificate authorities: SPKI SHA-256 in Base64; they count for these
 *     hosts only
 */
public record Lab(Map<String, InetSocketAddress> hosts, List<String> keys) {
  /** No lab: the world as it is. */
  public static final Lab NONE = new Lab(Map.of());

  private static final Pattern MAPPING =
      Pattern.compile(
          "([^=\\s]+)=(?:127\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})):([0-9]{1,5})");

  public Lab {
    hosts = Map.copyOf(hosts);
    keys = List.copyOf(keys);
  }

  /** A lab without certificate authorities of its own. */
  public Lab(Map<String, InetSocketAddress> hosts) {
    this(hosts, List.of());
  }

  /** The same with these certificate authorities. */
  public Lab trusting(List<String> authorities) {
    return new Lab(hosts, authorities);
  }

  /**
   * Reads mappings as they are typed: {@code mastodon.lab=127.0.0.1:8401}.
   *
   * @throws IllegalArgumentException naming the form, if one is anything else or a host comes twice
   */
  public static Lab parse(List<String> mappings) {
    Map<String, InetSocketAddress> hosts = new LinkedHashMap<>();
    for (String mapping : mappings) {
      Matcher parts = MAPPING.matcher(mapping.strip());
      if (!parts.matches()) {
        throw new IllegalArgumentException("a lab host is given as HOST=127.0.0.1:PORT");
      }
      String host = HostName.ascii(parts.group(1).toLowerCase(Locale.ROOT));
      if (hosts.put(host, address(parts)) != null) {
        throw new IllegalArgumentException("the lab host " + host + " is given twice");
      }
    }
    return new Lab(hosts);
  }

  public boolean on() {
    return !hosts.isEmpty();
  }

  /** Where this host is served, if the lab serves it. */
  public Optional<InetSocketAddress> at(String host) {
    return Optional.ofNullable(hosts.get(host));
  }

  private static InetSocketAddress address(Matcher parts) {
    byte[] bytes = {127, part(parts, 2, 255), part(parts, 3, 255), part(parts, 4, 255)};
    int port = number(parts, 5, 65_535);
    try {
      return new InetSocketAddress(InetAddress.getByAddress(bytes), port);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has four bytes", e);
    }
  }

  private static byte part(Matcher parts, int group, int most) {
    return (byte) number(parts, group, most);
  }

  private static int number(Matcher parts, int group, int most) {
    int number = Integer.parseInt(String.valueOf(parts.group(group)));
    if (number > most) {
      throw new IllegalArgumentException("a lab host is given as HOST=127.0.0.1:PORT");
    }
    return number;
  }
}
