package dev.affiant.policy.rules;

import dev.affiant.casefile.Lab;
import dev.affiant.policy.Inputs;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the lab's map from inputs: {@code {"mastodon.lab":"127.0.0.1:8401"}}. */
final class LabMap {
  private LabMap() {}

  /**
   * The map that these inputs hold.
   *
   * @throws IllegalArgumentException if they hold none, or one that cannot be read
   */
  static Lab of(Inputs in) {
    Map<String, InetSocketAddress> hosts = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : in.fact("lab").properties()) {
      hosts.put(entry.getKey(), address(entry.getValue().asString()));
    }
    return new Lab(hosts);
  }

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    IpText ip =
        IpText.read(text.substring(0, Math.max(colon, 0)))
            .orElseThrow(() -> new IllegalArgumentException("a lab host is mapped to no address"));
    try {
      return new InetSocketAddress(ip.address(), Integer.parseInt(text.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a lab host is mapped to no port", e);
    }
  }
}
