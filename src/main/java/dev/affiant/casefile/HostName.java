package dev.affiant.casefile;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A host as it is written in an address, in ASCII.
 *
 * <p>Source: RFC 1123 §2.1, RFC 3490. Browsers follow UTS #46, which keeps four characters that
 * Java's mapping changes; a host with one of them would be another host, so it is refused.
 */
final class HostName {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?");
  private static final Pattern DEVIATING = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");

  private HostName() {}

  /** The host in ASCII, {@code bücher.example} as {@code xn--bcher-kva.example}. */
  static String ascii(String host) {
    if (host.startsWith("[")) {
      return ipv6(host);
    }
    if (DEVIATING.matcher(host).find()) {
      throw new IllegalArgumentException(
          "the host has a letter that browsers and Java write differently: give its xn-- form");
    }
    String ascii = mapped(host).toLowerCase(Locale.ROOT);
    String bare = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    if (bare.length() > 253 || !labelled(bare)) {
      throw new IllegalArgumentException("the URL's host is not a host name");
    }
    return ascii;
  }

  private static String ipv6(String host) {
    if (host.indexOf('%') >= 0) {
      throw new IllegalArgumentException("an IPv6 address with a zone belongs to one machine only");
    }
    if (!IPV6.matcher(host).matches()) {
      throw new IllegalArgumentException("the URL's host is not an IPv6 address");
    }
    return host;
  }

  private static String mapped(String host) {
    if (host.chars().allMatch(c -> c < 128)) {
      return host;
    }
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the URL's host is not a name in any script");
    }
  }

  private static boolean labelled(String host) {
    for (String label : host.split("\\.", -1)) {
      if (!LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return true;
  }
}
