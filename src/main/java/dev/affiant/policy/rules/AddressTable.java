package dev.affiant.policy.rules;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses are not of the public internet, and what they are. An IPv6 address that carries
 * an IPv4 address is judged by that one, too.
 *
 * <p>Source: IANA special-purpose address registries (RFC 6890 and later), RFC 4291, 6052, 8215,
 * 3056, 4380, 5214.
 */
final class AddressTable {

  /** Some addresses that begin alike. */
  private static final class Block {
    private final byte[] start;
    private final int bits;
    private final String kind;

    private Block(byte[] start, int bits, String kind) {
      this.start = start;
      this.bits = bits;
      this.kind = kind;
    }

    static Block of(String text, String kind) {
      int slash = text.indexOf('/');
      IpText start = IpText.read(text.substring(0, slash)).orElseThrow();
      return new Block(
          start.address().getAddress(), Integer.parseInt(text.substring(slash + 1)), kind);
    }

    boolean holds(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      int whole = bits / 8;
      int mask = (0xff00 >> (bits % 8)) & 0xff;
      return Arrays.equals(address, 0, whole, start, 0, whole)
          && (mask == 0 || (address[whole] & mask) == (start[whole] & mask));
    }
  }

  private static final List<Block> V4 =
      List.of(
          Block.of("0.0.0.0/8", "an address of this network"),
          Block.of("10.0.0.0/8", "a private address"),
          Block.of("100.64.0.0/10", "a carrier's inner address"),
          Block.of("127.0.0.0/8", "a loopback address"),
          Block.of("168.63.129.16/32", "a cloud's metadata address"),
          Block.of("169.254.0.0/16", "a link-local address"),
          Block.of("172.16.0.0/12", "a private address"),
          Block.of("192.0.0.0/24", "reserved for protocols"),
          Block.of("192.0.2.0/24", "reserved for documentation"),
          Block.of("192.88.99.0/24", "reserved, once a 6to4 relay"),
          Block.of("192.168.0.0/16", "a private address"),
          Block.of("198.18.0.0/15", "reserved for benchmarks"),
          Block.of("198.51.100.0/24", "reserved for documentation"),
          Block.of("203.0.113.0/24", "reserved for documentation"),
          Block.of("224.0.0.0/4", "a multicast address"),
          Block.of("240.0.0.0/4", "a reserved address"));

  private static final List<Block> V6 =
      List.of(
          Block.of("::/128", "the unspecified address"),
          Block.of("::1/128", "a loopback address"),
          Block.of("64:ff9b:1::/48", "a network's own NAT64 address"),
          Block.of("100::/64", "a discard address"),
          Block.of("2001:2::/48", "reserved for benchmarks"),
          Block.of("2001:10::/28", "an overlay identifier"),
          Block.of("2001:20::/28", "an overlay identifier"),
          Block.of("2001:db8::/32", "reserved for documentation"),
          Block.of("3fff::/20", "reserved for documentation"),
          Block.of("fc00::/7", "a private address"),
          Block.of("fe80::/10", "a link-local address"),
          Block.of("fec0::/10", "a site-local address"),
          Block.of("ff00::/8", "a multicast address"));

  private static final Block GLOBAL = Block.of("2000::/3", "");
  private static final Block PROTOCOLS = Block.of("2001::/23", "reserved for protocols");
  private static final Block TEREDO = Block.of("2001::/32", "");
  private static final Block SIX_TO_FOUR = Block.of("2002::/16", "");
  private static final Block NAT64 = Block.of("64:ff9b::/96", "");
  private static final Block COMPATIBLE = Block.of("::/96", "");

  private AddressTable() {}

  /** What the address is instead of public, as in {@code a private address}; or nothing. */
  static Optional<String> fault(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4 ? listed(V4, bytes) : v6(bytes);
  }

  private static Optional<String> v6(byte[] bytes) {
    Optional<String> listed = listed(V6, bytes);
    if (listed.isPresent()) {
      return listed;
    }
    List<byte[]> embedded = embedded(bytes);
    for (byte[] inner : embedded) {
      Optional<String> fault = listed(V4, inner);
      if (fault.isPresent()) {
        return fault.map(kind -> "an IPv6 form of " + kind);
      }
    }
    if (PROTOCOLS.holds(bytes) && !TEREDO.holds(bytes)) {
      return Optional.of(PROTOCOLS.kind);
    }
    boolean known = GLOBAL.holds(bytes) || NAT64.holds(bytes);
    return known ? Optional.empty() : Optional.of("not a global address");
  }

  /** The IPv4 addresses that an IPv6 address carries. */
  private static List<byte[]> embedded(byte[] b) {
    if (NAT64.holds(b) || COMPATIBLE.holds(b) || isMapped(b) || isIsatap(b)) {
      return List.of(Arrays.copyOfRange(b, 12, 16));
    }
    if (SIX_TO_FOUR.holds(b)) {
      return List.of(Arrays.copyOfRange(b, 2, 6));
    }
    if (TEREDO.holds(b)) {
      byte[] client = Arrays.copyOfRange(b, 12, 16);
      for (int i = 0; i < client.length; i++) {
        client[i] ^= (byte) 0xff;
      }
      return List.of(Arrays.copyOfRange(b, 4, 8), client);
    }
    return List.of();
  }

  private static boolean isMapped(byte[] b) {
    for (int i = 0; i < 10; i++) {
      if (b[i] != 0) {
        return false;
      }
    }
    return b[10] == -1 && b[11] == -1;
  }

  private static boolean isIsatap(byte[] b) {
    return (b[8] & 0xfc) == 0 && b[9] == 0 && b[10] == 0x5e && b[11] == (byte) 0xfe;
  }

  private static Optional<String> listed(List<Block> blocks, byte[] address) {
    return blocks.stream().filter(b -> b.holds(address)).map(b -> b.kind).findFirst();
  }
}
