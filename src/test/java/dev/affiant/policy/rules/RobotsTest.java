package dev.affiant.policy.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.policy.Gathered;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9309, its examples first; stricter only where {@link Robots} says so. */
class RobotsTest {
  /** RFC 9309, 5.1. */
  private static final String SIMPLE =
      """
      User-Agent: *
      Disallow: *.gif$
      Disallow: /example/
      Allow: /publications/

      User-Agent: foobot
      Disallow:/
      Allow:/example/page.html
      Allow:/example/allowed.gif

      User-Agent: barbot
      User-Agent: bazbot
      Disallow: /example/page.html

      User-Agent: quxbot
      """;

  /** RFC 9309, 5.2. */
  private static final String LONGEST =
      """
      User-Agent: foobot
      Allow: /example/page/
      Disallow: /example/page/disallowed.gif
      """;

  @ParameterizedTest
  @CsvSource({
    "/publications/a.html,true",
    "/example/page.html,false",
    "/a.gif,false",
    "/a.gifx,true",
    "/other,true",
    "/publications/a.gif,true"
  })
  void theExampleOfTheRfcForEverybody(String path, boolean allowed) {
    assertEquals(allowed, of(SIMPLE).allows(url(path)), path);
  }

  @ParameterizedTest
  @CsvSource({
    "foobot,/example/page.html,true",
    "foobot,/example/allowed.gif,true",
    "foobot,/example/other,false",
    "foobot,/,false",
    "barbot,/example/page.html,false",
    "bazbot,/example/page.html,false",
    "bazbot,/a.gif,true",
    "quxbot,/example/page.html,true"
  })
  void theExampleOfTheRfcForUsInAnothersPlace(String name, String path, boolean allowed) {
    String text = SIMPLE.replace("User-Agent: " + name, "User-Agent: Affiant");
    assertEquals(allowed, of(text).allows(url(path)), name + " " + path);
  }

  @Test
  void theLongestMatchWins() {
    Robots robots = of(LONGEST.replace("foobot", "affiant"));
    assertTrue(robots.allows(url("/example/page/a.html")));
    assertFalse(robots.allows(url("/example/page/disallowed.gif")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // groups and names
        "User-agent: affiant\\nDisallow: /a | /a | false",
        "User-agent: AFFIANT\\nDisallow: /a | /a | false",
        "USER-AGENT: Affiant\\nDISALLOW: /a | /a | false",
        "User-agent: affiantbot\\nDisallow: /a | /a | true",
        "User-agent: other\\nDisallow: / | /a | true",
        "User-agent: *\\nDisallow: /\\n\\nUser-agent: affiant\\nAllow: / | /a | true",
        "User-agent: affiant\\nDisallow: /a\\n\\nUser-agent: affiant\\nDisallow: /b | /b | false",
        "User-agent: affiant\\nDisallow: /a\\n\\nUser-agent: affiant\\nDisallow: /b | /a | false",
        "User-agent: *\\nDisallow: / | /a | false",
        "Disallow: / | /a | true",
        "'' | /a | true",
        // rules
        "User-agent: *\\nDisallow: | /a | true",
        "User-agent: *\\nDisallow: /a\\nAllow: /a | /a | true",
        "User-agent: *\\nAllow: /a\\nDisallow: /a/b | /a/b/c | false",
        "User-agent: *\\nDisallow: /a # a word | /a | false",
        "User-agent: *\\n# Disallow: /a | /a | true",
        "User-agent: *\\nDisallow : /a | /a | false",
        "User-agent: *\\n   Disallow:/a | /a | false",
        "User-agent: *\\nDisallow: /A | /a | true",
        "User-agent: *\\nDisallow: /fish | /fishheads/yummy.html | false",
        "User-agent: *\\nDisallow: /fish/ | /fish | true",
        // wildcards and ends
        "User-agent: *\\nDisallow: /*.php | /index.php?x | false",
        "User-agent: *\\nDisallow: /*.php$ | /index.php?x | true",
        "User-agent: *\\nDisallow: /*.php$ | /index.php | false",
        "User-agent: *\\nDisallow: /a*b | /a1b | false",
        "User-agent: *\\nDisallow: /a*b | /a1c | true",
        "User-agent: *\\nDisallow: /*?sort= | /list?sort=1 | false",
        "User-agent: *\\nDisallow: /*/x | /a/b/x | false",
        "User-agent: *\\nDisallow: /$ | / | false",
        "User-agent: *\\nDisallow: /$ | /a | true",
        // percent-encoding
        "User-agent: *\\nDisallow: /b%C3%BCcher | /b%c3%bccher | false",
        "User-agent: *\\nDisallow: /bücher | /b%C3%BCcher | false",
        "User-agent: *\\nDisallow: /a%7Eb | /a~b | false",
        "User-agent: *\\nDisallow: /a%2Fb | /a/b | true",
        "User-agent: *\\nDisallow: /foo/bar/%62%61%7A | /foo/bar/baz | false",
        "User-agent: *\\nDisallow: /foo/bar?baz=http://foo.bar | /foo/bar?baz=http%3A%2F%2Ffoo.bar | true",
        // line ends and marks
        "User-agent: *\\rDisallow: /a | /a | false",
        "User-agent: *\\r\\nDisallow: /a\\r\\n | /a | false",
        "\\uFEFFUser-agent: *\\nDisallow: /a | /a | false",
        "User-agent: *\\n\\n\\nDisallow: /a | /a | false",
        "Sitemap: https://example.org/s.xml\\nUser-agent: *\\nDisallow: /a | /a | false",
        "User-agent: *\\nCrawl-delay: 5\\nDisallow: /a | /a | false",
        "<html><title>Not found</title></html> | /a | true",
      })
  void everyFormIsRead(String text, String path, boolean allowed) {
    String file = text.replace("\\r", "\r").replace("\\n", "\n").replace("\\uFEFF", "\uFEFF");
    assertEquals(allowed, of(file).allows(url(path)), text);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 402, 404, 410, 418, 429, 451, 499})
  void withoutAFileEverythingIsAllowed(int status) {
    assertTrue(answered(status, "").allows(url("/a")));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 500, 502, 503, 504, 301, 302, 307, 100, 600, 999})
  void aNoAnErrorAndAnEndlessRedirectForbidEverything(int status) {
    Robots robots = answered(status, "User-agent: *\nAllow: /");
    assertFalse(robots.allows(url("/a")));
    assertTrue(robots.why().contains(Integer.toString(status)), robots.why());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dns: no such name",
        "refused: nobody listens",
        "timeout: the server did not answer in time",
        "tls: bad certificate",
        "unreachable: the connection broke",
        "NET-2: 10.1.2.3 is a private address"
      })
  void withoutAnAnswerEverythingIsForbidden(String failure) {
    Robots robots = Robots.of(gathered(Optional.empty(), failure, new byte[0], false));
    assertFalse(robots.allows(url("/a")));
    assertTrue(robots.why().contains(failure), robots.why());
  }

  @Test
  void whatIsCutOffCountsToItsLastWholeLine() {
    String text = "User-agent: *\nDisallow: /\nAllow: /pub";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertTrue(Robots.of(gathered(Optional.of(200), "", bytes, true)).allows(url("/public")));
    assertFalse(
        Robots.of(gathered(Optional.of(200), "", bytes, false)).allows(url("/public")),
        "the last line was to be Allow: /published");
  }

  @Test
  void fiveHundredKilobytesAreRead() {
    String filler = "# ".repeat(10) + "\n";
    String early = filler.repeat(20_000) + "User-agent: *\nDisallow: /a\n";
    assertFalse(of(early).allows(url("/a")), "within the first 500 kB");
    String late = filler.repeat(30_000) + "User-agent: *\nDisallow: /a\n";
    assertTrue(of(late).allows(url("/a")), "beyond them");
  }

  @Test
  void delaysAndSignalsAreRead() {
    assertEquals(30, of("User-agent: *\nCrawl-delay: 30\n").delaySeconds());
    assertEquals(1, of("User-agent: *\nCrawl-delay: 0.2\n").delaySeconds());
    assertEquals(0, of("User-agent: other\nCrawl-delay: 30\n").delaySeconds());
    assertEquals(3600, of("User-agent: *\nCrawl-delay: 3600\n").delaySeconds());
    Robots robots = of("User-agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /\n");
    assertEquals(List.of("content-signal: search=yes, ai-train=no"), robots.signals());
  }

  @Test
  void theFirstFittingReservationCounts() {
    String rules =
        """
        [{"location":"/open/*","tdm-reservation":0},{"location":"*","tdm-reservation":1}]
        """;
    assertFalse(reserved(rules, "/open/a"));
    assertTrue(reserved(rules, "/other"));
    assertTrue(reserved("not json", "/"), "what nobody can read reserves");
    assertFalse(reserved("<!doctype html>", "/"), "a page in place of a file does not");
    assertFalse(reserved("[]", "/"));
    assertFalse(reserved("[{\"location\":\"/a$\",\"tdm-reservation\":1}]", "/ab"));
  }

  private static boolean reserved(String text, String path) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ReservationRule.reserved(gathered(Optional.of(200), "", bytes, true), path);
  }

  private static Robots of(String text) {
    return answered(200, text);
  }

  private static Robots answered(int status, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Robots.of(gathered(Optional.of(status), "", bytes, true));
  }

  private static Gathered gathered(
      Optional<Integer> status, String failure, byte[] bytes, boolean whole) {
    String url = "https://example.org/robots.txt";
    return new Gathered(
        "robots", url, url, status, failure, new Gathered.Body(bytes), whole, Situations.NOW);
  }

  private static String url(String path) {
    return "https://example.org" + path;
  }
}
