package dev.affiant.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.address.AddressesTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A profile that could do harm, or that says nothing, is refused with its place and the mend. */
class ProfileTextTest {
  /** A small one that is fine; {@code @} stands for what a test puts there. */
  private static final String FINE =
      """
      apiVersion: affiant/v1
      kind: CaptureProfile
      id: forum.topic
      version: 1.0.0
      platform: forum
      title: A topic
      reviewed: {by: a test, on: 2026-11-25}
      match:
        - {kind: topic, hosts: [forum.example], path: "/topic/(?P<id>[0-9]+)", priority: 90}
      policy: {targeting: unknown, thirdParties: true}
      content: [".topic"]
      steps:
      - waitFor: {css: ".topic", timeoutMs: 8000}
      @
      """;

  private static Profile read(String more) {
    byte[] bytes = FINE.replace("@", more).getBytes(StandardCharsets.UTF_8);
    return Profile.read("a.yaml", bytes, AddressesTest.shipped().forms());
  }

  private static String wrong(String more) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> read(more), more).getMessage());
  }

  @Test
  void whatIsFineIsRead() {
    Profile profile = read("extract: {platformId: {group: id}}");
    assertEquals("forum.topic@1.0.0", profile.name());
    assertEquals(1, profile.steps().size());
    assertEquals(64, profile.bytes().sha256().hex().length());
  }

  @Test
  void oneOfTheSameIdStandsInThePlaceOfAShippedOne() {
    Profiles shipped = ShippedProfiles.all();
    byte[] own =
        FINE.replace("forum.topic", "x.post").replace("@", "").getBytes(StandardCharsets.UTF_8);
    Profile mine = Profile.read("mine.yaml", own, shipped.addresses().forms());
    Profiles both = shipped.with(List.of(mine));
    assertEquals(shipped.all().size(), both.all().size());
    assertEquals("A topic", both.called("x.post").orElseThrow().title());
    String twice =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> shipped.with(List.of(mine, mine)))
                .getMessage());
    assertEquals("two profiles are called x.post", twice);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "  - clck: {css: a, intent: load-more} § 14 § nobody knows the word clck; did you mean click?",
        "  - evaluate: 'alert(1)' § 14 § nobody knows the word evaluate",
        "  - script: 'alert(1)' § 14 § nobody knows the word script",
        "  - type: {css: input, text: ada} § 14 § nobody knows the word type",
        "  - cookie: {name: a, value: b} § 14 § nobody knows the word cookie",
        "  - header: {name: a, value: b} § 14 § nobody knows the word header",
        "  - remove: {css: .overlay} § 14 § nobody knows the word remove",
        "  - hide: {css: .overlay} § 14 § nobody knows the word hide",
        "  - clickAt: {x: 1, y: 2} § 14 § nobody knows the word clickAt",
        "  - goto: {url: 'https://other.example/'} § 14 § nobody knows the word goto",
        "  - repeat: {steps: [{settle: {}}]} § 14 § max is missing",
        "  - repeat: {max: 100000, steps: [{settle: {}}]} § 14 § max is 1 to 60",
        "  - scrollUntil: {grow: .a, stopAfterNoGrowth: 2} § 14 § maxRounds is missing",
        "  - scrollUntil: {grow: .a, maxRounds: 0, stopAfterNoGrowth: 2} § 14 § maxRounds is 1 to 60",
        "  - expandAll: {css: .a, intent: expand-text} § 14 § max is missing",
        "  - forEach: {css: .a, steps: [{settle: {}}]} § 14 § max is missing",
        "  - waitFor: {css: .a} § 14 § timeoutMs is missing",
        "  - waitFor: {css: .a, timeoutMs: 3600000} § 14 § timeoutMs is 1 to 60000",
        "  - click: {css: 'a:::b', intent: load-more} § 14 § the selector does not compile",
        "  - click: {css: 'a:contains(Show)', intent: load-more} § 14 § no browser knows the selector",
        "  - click: {css: a, intent: follow} § 14 § intent is one of",
        "  - dismiss: {css: a, intent: consent-accept} § 14 § intent is one of close-own-control, consent-reject",
        "  - press: {key: Enter} § 14 § a flow presses only",
        "  - {settle: {}, pauseMedia: {}} § 14 § a step has one verb",
        "  - waitFor: {url: {matches: '(a+)+(?=b)'}, timeoutMs: 10} § 14 § no regular expression (RE2",
        "extract: {platformId: {group: id, evaluate: x}} § 14 § nobody knows the word evaluate",
        "extract: {bdoy: .a} § 14 § records know no bdoy; did you mean body?",
        "extract: {body: '.a | txt'} § 14 § nothing is called txt; did you mean text?",
        "extract: {body: '.a[href*=\"{ib}\"]'} § 14 § no address fills in {ib}; did you mean {id}?",
        "extract: {body: {script: '#a', path: 'a.b'}} § 14 § no path into JSON",
        "extract: {body: '.a | /(?<!b)c/'} § 14 § no regular expression (RE2",
        "lists: {replies: {each: .a, fields: {body: .b}}} § 14 § max is missing",
        "claims: [{required: [body]}] § 14 § the record has no field body",
        "fixtures: [{url: 'http://a.lab/', access: FENCE}] § 14 § the gates find no FENCE",
        "gates: [{gate: CONTENT, id: x, title: [y]}] § 14 § no signal tells CONTENT",
        "storageState: a.json § 14 § nobody knows the word storageState",
        "title: twice § 14 § not YAML: Duplicate",
        "extract: &a {platformId: {group: id}} § 14 § not YAML: anchors (&) and aliases (*) are not read",
      })
  void whatIsNotIsRefusedWithItsPlaceAndTheMend(String more, int line, String words) {
    String said = wrong(more);
    assertTrue(said.startsWith("a.yaml:" + line + ": "), said);
    assertTrue(said.contains(words), said);
  }

  @Test
  void aPlaceInsideIsNamed() {
    assertTrue(
        wrong("- repeat: {max: 3, steps: [{clik: {}}]}").contains("/steps/1/repeat/steps/0"),
        wrong("- repeat: {max: 3, steps: [{clik: {}}]}"));
  }

  @Test
  void tenMegabytesAreNotRead() {
    byte[] large = "a: b\n".repeat(2_000_000).getBytes(StandardCharsets.UTF_8);
    IllegalArgumentException said =
        assertThrows(
            IllegalArgumentException.class,
            () -> Profile.read("a.yaml", large, AddressesTest.shipped().forms()));
    assertTrue(String.valueOf(said.getMessage()).startsWith("a.yaml:1: a profile has at most"));
  }

  @Test
  void stepsInStepsInStepsEnd() {
    String deep = "{settle: {}}";
    for (int i = 0; i < 8; i++) {
      deep = "{repeat: {max: 2, steps: [" + deep + "]}}";
    }
    assertTrue(wrong("- " + deep).contains("nested deeper than"), wrong("- " + deep));
  }

  @TestFactory
  Stream<DynamicTest> everyShippedOneHasContentAndFixturesOfBothKinds() {
    return ShippedProfiles.all().all().stream()
        .map(profile -> DynamicTest.dynamicTest(profile.id(), () -> complete(profile)));
  }

  private static void complete(Profile profile) {
    assertTrue(profile.id().startsWith(Path.of(profile.bytes().file()).getName(1).toString()));
    assertTrue(!profile.content().isEmpty() || profile.id().equals(Profiles.GENERIC));
    assertTrue(profile.fixtures().stream().anyMatch(f -> f.access().startsWith("CONTENT")));
    assertTrue(profile.fixtures().stream().anyMatch(f -> !f.access().startsWith("CONTENT")));
  }
}
