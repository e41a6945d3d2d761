package dev.affiant.egress;

import dev.affiant.egress.ByteSource.Malformed;
import java.util.List;
import java.util.Locale;

/**
 * What a request to a proxy is aimed at: {@code example.org:443} for a tunnel, {@code
 * http://example.org/a?b} for anything else.
 *
 * @param host a name or an address, without brackets
 * @param path empty for a tunnel
 */
record ProxyTarget(String host, int port, String path) {

  static ProxyTarget of(String method, String target) throws Malformed {
    if (!target.chars().allMatch(c -> c > ' ' && c < 127 && c != '#')) {
      throw new Malformed("its target is not an address");
    }
    if (method.equals("CONNECT")) {
      return of(target, -1, "");
    }
    String lower = target.toLowerCase(Locale.ROOT);
    int start = lower.startsWith("http://") ? 7 : lower.startsWith("ws://") ? 5 : -1;
    if (start < 0) {
      throw new Malformed("its target is neither http nor ws nor a tunnel");
    }
    int end = start;
    while (end < target.length() && "/?".indexOf(target.charAt(end)) < 0) {
      end++;
    }
    String rest = target.substring(end);
    boolean all = rest.isEmpty() && method.equals("OPTIONS");
    String path = all ? "*" : rest.startsWith("/") ? rest : "/" + rest;
    return of(target.substring(start, end), 80, path);
  }

  private static ProxyTarget of(String authority, int usual, String path) throws Malformed {
    int bracket = authority.lastIndexOf(']');
    int colon = authority.indexOf(':', Math.max(bracket, 0));
    String host = colon < 0 ? authority : authority.substring(0, colon);
    String digits = colon < 0 ? "" : authority.substring(colon + 1);
    int port = digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : colon < 0 ? usual : -1;
    if (host.isEmpty() || host.indexOf('@') >= 0 || port < 1 || port > 65_535) {
      throw new Malformed("its target names no host and port");
    }
    return new ProxyTarget(open(host), port, path);
  }

  /** A request that names one host and is for another is nobody's. */
  void checkHost(List<String> hosts) throws Malformed {
    if (hosts.size() != 1) {
      throw new Malformed("it does not name its host once");
    }
    String stated = hosts.get(0).toLowerCase(Locale.ROOT);
    String own = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    boolean usual = port == 80 || port == 443;
    if (!stated.equals(own + ":" + port) && !(usual && stated.equals(own))) {
      throw new Malformed("it names one host and is for another");
    }
  }

  private static String open(String host) {
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    String bare = bracketed ? host.substring(1, host.length() - 1) : host;
    return bare.toLowerCase(Locale.ROOT);
  }
}
