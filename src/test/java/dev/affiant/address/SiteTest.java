package dev.affiant.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTest {

  @ParameterizedTest
  @CsvSource({
    "www.example.co.uk,example.co.uk",
    "Example.ORG.,example.org",
    "a.b.github.io,b.github.io",
    "mastodon.lab,mastodon.lab",
    "localhost,localhost",
    "127.0.0.1,127.0.0.1",
    "[2001:db8::1],[2001:db8::1]",
    "co.uk,co.uk",
  })
  void aHostBelongsToARegisteredDomain(String host, String site) {
    assertEquals(site, Site.of(host));
  }

  @Test
  void hostsOfOneDomainAreOneSite() {
    assertTrue(Site.same("www.example.org", "m.example.org"));
    assertTrue(Site.same("a.lab", "A.LAB."));
    assertFalse(Site.same("example.org", "example.com"));
    assertFalse(Site.same("ann.github.io", "bob.github.io"));
    assertFalse(Site.same("10.0.0.1", "11.0.0.1"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://Example.org:443/a?utm_source=x&b=2&a=1#top,https://example.org/a?a=1&b=2",
    "http://example.org,http://example.org/",
    "https://example.org./?fbclid=1&oly_x_id=2&ga_y=3,https://example.org/",
    "https://example.org/?b=2&a=2&a=1&&c,https://example.org/?a=2&a=1&b=2&c",
    "https://my_blog.example:8443/A%2f?Q,https://my_blog.example:8443/A%2f?Q",
  })
  void whatDoesNotChangeThePageIsLeftOut(String typed, String canonical) {
    Canonical once = Canonical.of(URI.create(typed));
    assertEquals(canonical, once.toString());
    assertEquals(once, Canonical.of(URI.create(once.url())));
  }

  @Test
  void aPageIsFoundByTheHashOfItsCanonicalForm() {
    assertEquals(
        "8198d1bac40a1033653a78e48800cefc9e6b974ff075c66e5548b5c1e145a2b0",
        Canonical.of(URI.create("https://example.org#x")).index().hex());
  }
}
