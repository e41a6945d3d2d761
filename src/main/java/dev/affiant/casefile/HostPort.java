package dev.affiant.casefile;

import java.net.URI;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Host and port of an address. Java's own reading knows no host with an underscore, which real
 * sites have.
 *
 * @param host in lower case
 * @param port if one is written
 */
record HostPort(String host, OptionalInt port) {

  /** Of this address, which must have a host and may not have a user name. */
  static HostPort of(URI uri) {
    String raw = uri.getRawAuthority();
    if (raw == null || raw.isEmpty()) {
      throw new IllegalArgumentException("the URL names no host");
    }
    return parse(raw);
  }

  /** Reads {@code example.org}, {@code example.org:8443} or {@code [2001:db8::1]:443}. */
  static HostPort parse(String raw) {
    if (raw.indexOf('@') >= 0) {
      throw new IllegalArgumentException(
          "the URL carries a user name or password: give it without one");
    }
    int bracket = raw.lastIndexOf(']');
    int colon = raw.indexOf(':', Math.max(bracket, 0));
    String host = colon < 0 ? raw : raw.substring(0, colon);
    if (host.isEmpty()) {
      throw new IllegalArgumentException("the URL names no host");
    }
    String port = colon < 0 ? "" : raw.substring(colon + 1);
    return new HostPort(host.toLowerCase(Locale.ROOT), port(port));
  }

  private static OptionalInt port(String digits) {
    if (digits.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > 65_535) {
      throw new IllegalArgumentException("the URL's port is not a number from 0 to 65535");
    }
    return OptionalInt.of(Integer.parseInt(digits));
  }
}
