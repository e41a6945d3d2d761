package dev.affiant.policy.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.policy.Ground;
import dev.affiant.policy.Orders;
import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {
  private final AddressRule rule = new AddressRule();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "127.255.255.254",
        "2130706433",
        "017700000001",
        "0x7f000001",
        "0x7F.0.0.1",
        "0177.0.0.1",
        "0177.0.0.01",
        "0x7f.1",
        "127.0x1",
        "0",
        "0.0.0.0",
        "0x0",
        "0x",
        "00",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "012.0.0.1",
        "167772161",
        "10.1",
        "172.16.0.1",
        "172.31.255.255",
        "0xac100001",
        "192.168.0.1",
        "192.168.257",
        "3232235521",
        "0300.0250.0.1",
        "169.254.169.254",
        "169.254.43518",
        "2852039166",
        "0xa9fea9fe",
        "0251.0376.0251.0376",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "4294967295",
        "168.63.129.16",
        "127.0.0.1.",
        "::",
        "::1",
        "[::1]",
        "0:0:0:0:0:0:0:1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:7f00:1",
        "::FFFF:10.0.0.1",
        "0:0:0:0:0:ffff:c0a8:1",
        "::ffff:0:7f00:1",
        "::8.8.8.8",
        "::808:808",
        "64:ff9b::7f00:1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::808:808",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "2002:c0a8:0001::1",
        "2002:a9fe:a9fe::",
        "2001:0:7f00:1::",
        "2001:0:808:808:0:0:80ff:fffe",
        "2001:db8::1",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:1::1",
        "3fff::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "100::1",
        "4000::1",
        "5f00::1",
        "2a00::5efe:10.0.0.1",
        "2a00::200:5efe:7f00:1",
        "localhost",
        "LOCALHOST",
        "localhost.",
        "a.localhost",
        "localhost.localdomain",
        "printer.local",
        "db.internal",
        "internal",
        "metadata.google.internal",
        "metadata.google.internal.",
        "nas.home.arpa",
        "1.2.3.4.5",
        "256.1.1.1",
        "08.8.8.8",
        "1.2.3",
        "134744072",
        "0x08.8.8.8",
        "8.8.8.010",
        "example.0x7f",
        "example.1",
        "fe80::1%eth0",
        "::1%lo",
        ":::1",
        "1::2::3",
        "",
        ".",
        "a..b",
        "exa mple",
        "bücher.example",
        "ex%61mple",
        "a/b",
        "a@b",
        "a:b",
      })
  void isNoPlaceOnThePublicInternet(String host) {
    assertTrue(name(host).refuses(), host);
    assertEquals("NET-2", name(host).rule());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "1.1.1.1",
        "172.15.255.255",
        "172.32.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "192.0.1.1",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.255",
        "169.253.0.1",
        "11.0.0.1",
        "2606:4700::6810:84e5",
        "[2a00:1450:4009:81f::200e]",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1",
        "2001:0:808:808:0:0:f7f7:f7f7",
        "::ffff:8.8.8.8",
        "example.org",
        "example.org.",
        "EXAMPLE.ORG",
        "my_blog.example",
        "localhost.example",
        "internal.example",
        "xn--bcher-kva.example",
        "127.0.0.1.example",
        "1and1.com",
        "local.de",
      })
  void isAPlaceOnThePublicInternet(String host) {
    assertTrue(!name(host).refuses(), () -> host + ": " + name(host).why());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "169.254.169.254",
        "100.64.1.1",
        "::1",
        "fd00::1",
        "64:ff9b::7f00:1",
        "fe80::1",
        "0.0.0.0",
        "255.255.255.255",
        "::ffff:10.0.0.1",
        "2002:a00:1::",
      })
  void isDeniedHoweverItsNameReads(String address) throws Exception {
    InetAddress resolved = InetAddress.getByName(address);
    assertTrue(
        rule.address(Orders.of("https://example.org/"), "example.org", resolved)
            .orElseThrow()
            .refuses());
  }

  private Ground name(String host) {
    return rule.name(Orders.of("https://example.org/"), host, 443).orElseThrow();
  }
}
