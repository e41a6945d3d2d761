package dev.affiant.address;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of the web taken apart, in the one spelling in which addresses are compared: host in
 * lower case and ASCII, no usual port, path without dot segments and with nothing percent-encoded
 * that need not be. What is encoded on purpose, such as {@code %2F}, stays.
 *
 * @param port empty if it is the scheme's own; else {@code :8080}
 */
record WebAddress(String scheme, String host, String port, String path, String query) {
  private static final int LONGEST = 8192;

  /** No user name. What else a name may hold, such as {@code _}, is the resolver's business. */
  private static final Pattern AUTHORITY =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{0,5})?");

  /** Of what is an http or https address without user name; of everything else nothing. */
  static Optional<WebAddress> read(String text) {
    String plain = text.strip();
    if (plain.length() > LONGEST || plain.chars().anyMatch(c -> c < 0x20 || c == '\\')) {
      return Optional.empty();
    }
    try {
      return read(new URI(ascii(plain)));
    } catch (URISyntaxException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<WebAddress> read(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("http") || scheme.equals("https");
    Matcher authority = AUTHORITY.matcher(String.valueOf(uri.getRawAuthority()));
    if (!web || uri.getRawAuthority() == null || !authority.matches()) {
      return Optional.empty();
    }
    String host = authority.group(1).toLowerCase(Locale.ROOT);
    String usual = scheme.equals("https") ? ":443" : ":80";
    String port = authority.group(2) == null ? "" : authority.group(2);
    return Optional.of(
        new WebAddress(
            scheme,
            host.endsWith(".") ? host.substring(0, host.length() - 1) : host,
            port.equals(usual) || port.equals(":") ? "" : port,
            path(uri.getRawPath() == null ? "" : uri.getRawPath()),
            uri.getRawQuery() == null ? "" : uri.getRawQuery()));
  }

  /** The same with its host in ASCII, and what no address may hold encoded. */
  private static String ascii(String text) {
    int from = text.indexOf("://");
    if (from < 0) {
      return text;
    }
    int to = from + 3;
    while (to < text.length() && "/?#".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    String authority = text.substring(from + 3, to);
    boolean plain = authority.chars().allMatch(c -> c < 0x80) || authority.contains("@");
    String host = plain ? authority : port(authority);
    return text.substring(0, from + 3) + host + encoded(text.substring(to));
  }

  private static String port(String authority) {
    int colon = authority.lastIndexOf(':');
    String name = colon < 0 ? authority : authority.substring(0, colon);
    return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED) + (colon < 0 ? "" : authority.substring(colon));
  }

  private static String encoded(String rest) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < rest.length(); ) {
      int c = rest.codePointAt(i);
      i += Character.charCount(c);
      if (c > 0x7e || " \"<>^`{|}".indexOf(c) >= 0) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          out.append('%').append(String.format(Locale.ROOT, "%02X", b));
        }
      } else {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  private static String path(String raw) {
    Deque<String> kept = new ArrayDeque<>();
    String[] parts = raw.split("/", -1);
    for (int i = 1; i < parts.length; i++) {
      String part = plain(parts[i]);
      boolean last = i == parts.length - 1;
      if (part.equals("..")) {
        kept.pollLast();
      }
      if (!part.equals(".") && !part.equals("..")) {
        kept.addLast(part);
      } else if (last) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept);
  }

  /** Decodes what need not be encoded: letters, digits and {@code - . _ ~ @}. */
  static String plain(String part) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < part.length(); i++) {
      int code = part.charAt(i) == '%' && i + 2 < part.length() ? hex(part, i + 1) : -1;
      if (code < 0) {
        out.append(part.charAt(i));
        continue;
      }
      boolean free = Character.isLetterOrDigit(code) || "-._~@".indexOf(code) >= 0;
      out.append(
          code < 0x80 && free
              ? Character.toString(code)
              : String.format(Locale.ROOT, "%%%02X", code));
      i += 2;
    }
    return out.toString();
  }

  private static int hex(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  /** Parameters by name, decoded; of one name the first counts. */
  Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      decoded(name).ifPresent(n -> all.putIfAbsent(n, decoded(value).orElse("")));
    }
    return all;
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
  }

  /** The query without these names, sorted by name. */
  String queryWithout(Predicate<String> dropped) {
    Map<String, List<String>> kept = new TreeMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (!pair.isEmpty() && !dropped.test(name)) {
        kept.computeIfAbsent(name, n -> new ArrayList<>()).add(pair);
      }
    }
    return String.join("&", kept.values().stream().flatMap(List::stream).toList());
  }
}
