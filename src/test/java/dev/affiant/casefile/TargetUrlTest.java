package dev.affiant.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "https://example.org https://example.org/",
        "HTTPS://Example.ORG:443/A https://example.org/A",
        "http://example.org:80 http://example.org/",
        "http://example.org: http://example.org/",
        "http://example.org:8080/x http://example.org:8080/x",
        "https://example.org?q=1 https://example.org/?q=1",
        "https://example.org/a|b https://example.org/a%7Cb",
        "https://example.org/%41%2f%zz https://example.org/%41%2f%25zz",
        "https://example.org/100% https://example.org/100%25",
        "https://example.org/?q=a|b[]{}^ https://example.org/?q=a%7Cb%5B%5D%7B%7D%5E",
        "https://example.org/Größe?ö=ü#ä https://example.org/Gr%C3%B6%C3%9Fe?%C3%B6=%C3%BC#%C3%A4",
        "https://example.org/\uD83D\uDE00 https://example.org/%F0%9F%98%80",
        "https://bücher.example/ https://xn--bcher-kva.example/",
        "https://例え。テスト/ https://xn--r8jz45g.xn--zckzah/",
        "https://my_blog.example/ https://my_blog.example/",
        "https://example.org./ https://example.org./",
        "http://[2001:DB8::1]/ http://[2001:db8::1]/",
        "http://[::1]:8080/ http://[::1]:8080/",
        "http://0x7f.1/ http://0x7f.1/",
        "http://2130706433/ http://2130706433/",
        "<https://example.org/a> https://example.org/a",
        "https://example.org/a@b:c https://example.org/a@b:c",
        "https://example.org/#/route?x=1 https://example.org/#/route?x=1",
      })
  void whatPeopleTypeBecomesAscii(String typed, String ascii) {
    assertEquals(ascii, TargetUrl.parse("  " + typed + "\t").toString());
  }

  @Test
  void spacesInsideAreEncoded() {
    assertEquals(
        "https://example.org/a%20b?c%20d#e%20f",
        TargetUrl.parse("https://example.org/a b?c d#e f").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "example.org/x",
        "www.example.org",
        "localhost:8080/x",
        "htps:/example.org",
        "http:example.org",
        "https:/example.org",
        "https://",
        "https:///path",
        "https://?q",
        "https://:80/",
        "https://a..b/",
        "https://-a.example/",
        "https://a b.example/",
        "https://exa%6dple.org/",
        "https://example.org:99999/",
        "https://example.org:8o/",
        "https://example.org\\@evil.example/",
        "https://example.org/a\\b",
        "https://[::1/",
        "https://[fe80::1%eth0]/",
        "https://[zz]/",
        "https://straße.example/",
        "https://example.org/a\nb",
        "https://example.org/\u0000",
        "https://example.org/\uD83D",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org/",
        "view-source:https://example.org/",
      })
  void whatIsNoPageIsRefusedInOneLine(String typed) {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> TargetUrl.parse(typed))
                .getMessage());
    assertFalse(message.contains("\n"));
    assertTrue(message.length() < 120, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ann:hunter2@example.org/",
        "https://ann@example.org/hunter2",
        "https://hunter2%40x:y@example.org/",
        "ann:hunter2@example.org",
        "hunter2:x@example.org",
        "ftp://ann:hunter2@example.org/",
        "https://exa mple.org/?token=hunter2",
        "https://example.org/?token=hunter2\u0001",
        "https://example.org:hunter2/",
        "https://[hunter2]/",
        "https://hunter2..example/",
        "hunter2",
      })
  void anErrorNeverRepeatsASecret(String typed) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> TargetUrl.parse(typed));
    for (Throwable t = e; t != null; t = t.getCause()) {
      assertFalse(String.valueOf(t.getMessage()).contains("hunter2"), t.getMessage());
    }
  }

  @Test
  void theMissingSchemeIsNamed() {
    assertEquals(
        "the URL has no scheme: begin it with https://",
        assertThrows(IllegalArgumentException.class, () -> TargetUrl.parse("example.org/a"))
            .getMessage());
  }

  @Test
  void hostPortAndRequestAreReadable() {
    TargetUrl url = TargetUrl.parse("https://my_blog.example/a?b=c#d");
    assertEquals("my_blog.example", url.host());
    assertEquals(443, url.port());
    assertTrue(url.secure());
    assertEquals("/a?b=c", url.requestTarget());
    assertEquals("d", url.fragment().orElseThrow());
    assertEquals("https://my_blog.example/a?b=c", url.withoutFragment());
  }

  @Test
  void noOtherWayRoundTheChecks() {
    for (String uri : new String[] {"file:///x", "https://u@example.org/", "https:///x", "/x"}) {
      assertThrows(IllegalArgumentException.class, () -> new TargetUrl(URI.create(uri)), uri);
    }
  }
}
