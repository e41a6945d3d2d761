package dev.affiant.policy.rules;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host that is an IP address, in any spelling that some software reads as one: dotted, of one to
 * four parts, in decimal, octal or hexadecimal, or IPv6.
 *
 * <p>Source: WHATWG URL, IPv4 parser; RFC 4291 §2.2.
 *
 * @param plain whether it is written in the usual way: four decimal parts, or IPv6
 */
record IpText(InetAddress address, boolean plain) {
  private static final Pattern USUAL =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

  /** The address that this host is, if it is one; the host in lower case, without brackets. */
  static Optional<IpText> read(String host) {
    return host.indexOf(':') >= 0
        ? v6(host).map(bytes -> new IpText(of(bytes), true))
        : v4(host).map(bytes -> new IpText(of(bytes), USUAL.matcher(host).matches()));
  }

  private static InetAddress of(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }

  private static Optional<byte[]> v4(String host) {
    String[] parts = host.split("\\.", -1);
    if (parts.length > 4) {
      return Optional.empty();
    }
    long whole = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      long most = last ? (1L << (8 * (5 - parts.length))) - 1 : 255;
      long part = number(parts[i]);
      if (part < 0 || part > most) {
        return Optional.empty();
      }
      whole |= last ? part : part << (8 * (3 - i));
    }
    return Optional.of(
        new byte[] {(byte) (whole >> 24), (byte) (whole >> 16), (byte) (whole >> 8), (byte) whole});
  }

  /** The number that a part is, or -1. */
  private static long number(String part) {
    boolean hex = part.startsWith("0x");
    boolean octal = !hex && part.length() > 1 && part.startsWith("0");
    String digits = hex ? part.substring(2) : part;
    if (hex && digits.isEmpty()) {
      return 0;
    }
    String form = hex ? "0*[0-9a-f]{1,9}" : octal ? "0*[0-7]{1,12}" : "[0-9]{1,10}";
    return digits.matches(form) ? Long.parseLong(digits, hex ? 16 : octal ? 8 : 10) : -1;
  }

  private static Optional<byte[]> v6(String host) {
    int gap = host.indexOf("::");
    if (gap < 0) {
      return groups(host).filter(bytes -> bytes.length == 16);
    }
    Optional<byte[]> front = groups(host.substring(0, gap));
    Optional<byte[]> back = groups(host.substring(gap + 2));
    if (front.isEmpty() || back.isEmpty() || front.get().length + back.get().length > 14) {
      return Optional.empty();
    }
    byte[] whole = new byte[16];
    System.arraycopy(front.get(), 0, whole, 0, front.get().length);
    System.arraycopy(back.get(), 0, whole, 16 - back.get().length, back.get().length);
    return Optional.of(whole);
  }

  /** The bytes of groups between colons, of which the last may be dotted. */
  private static Optional<byte[]> groups(String text) {
    if (text.isEmpty()) {
      return Optional.of(new byte[0]);
    }
    String[] groups = text.split(":", -1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < groups.length; i++) {
      boolean dotted = i == groups.length - 1 && USUAL.matcher(groups[i]).matches();
      if (dotted && v4(groups[i]).isPresent()) {
        bytes.writeBytes(v4(groups[i]).get());
      } else if (groups[i].matches("[0-9a-f]{1,4}")) {
        int group = Integer.parseInt(groups[i], 16);
        bytes.write(group >> 8);
        bytes.write(group);
      } else {
        return Optional.empty();
      }
    }
    return bytes.size() > 16 ? Optional.empty() : Optional.of(bytes.toByteArray());
  }
}
