package dev.affiant.casefile;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

/**
 * The map of lab mode: host names that are served by fixtures on loopback. When it is not empty,
 * every record says LAB and no other host is reached.
 *
 * @param hosts the loopback address for each host name in lower case, port included
 */
public record Lab(Map<String, InetSocketAddress> hosts) {
  /** No lab: the world as it is. */
  public static final Lab NONE = new Lab(Map.of());

  public Lab {
    hosts = Map.copyOf(hosts);
  }

  public boolean on() {
    return !hosts.isEmpty();
  }

  /** Where this host is served, if the lab serves it. */
  public Optional<InetSocketAddress> at(String host) {
    return Optional.ofNullable(hosts.get(host));
  }
}
