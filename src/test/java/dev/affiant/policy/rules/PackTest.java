package dev.affiant.policy.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackTest {
  private static final String HEAD =
      """
      apiVersion: affiant/v1
      kind: PolicyPack
      id: test
      version: 1
      effective: 2026-11-25
      reviewer: a test
      commonStatement: heard
      operativeReading: read
      notice: Not legal advice.
      rules:
      """;

  @Test
  void aPackTightens() {
    Pack pack = read(HEAD + "  - id: RAT-1\n    params: {delaySeconds: 30, perDay: 100}\n");
    assertEquals(30L, pack.numbers().get(Param.DELAY_SECONDS));
    assertEquals(100L, pack.numbers().get(Param.PER_DAY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RAT-1 | delaySeconds: 9 | test.yaml:12: RAT-1.delaySeconds is at least 10",
        "RAT-1 | perHour: 61 | test.yaml:12: RAT-1.perHour is at most 60",
        "RAT-1 | perDay: 301 | test.yaml:12: RAT-1.perDay is at most 300",
        "RAT-4 | tickMinutes: 14 | test.yaml:12: RAT-4.tickMinutes is at least 15",
        "TOS-2 | reviewDays: 8 | test.yaml:12: TOS-2.reviewDays is at most 7",
        "TOS-3 | reviewDays: 8 | test.yaml:12: TOS-3.reviewDays is at most 7",
        "UK-1 | windowDays: 89 | test.yaml:12: UK-1.windowDays is at least 90",
        "UK-1 | privateRefuseAt: 4 | test.yaml:12: UK-1.privateRefuseAt is at most 3",
        "NET-4 | redirects: 21 | test.yaml:12: NET-4.redirects is at most 20",
        "RET-1 | monitoringDays: 91 | test.yaml:12: RET-1.monitoringDays is at most 90",
        "PER-2 | pagesPerDay: 251 | test.yaml:12: PER-2.pagesPerDay is at most 250",
        "NET-4 | redirects: -1 | test.yaml:12: NET-4.redirects cannot be -1",
        "RAT-1 | patience: 4 | test.yaml:12: the rule RAT-1 has no patience",
        "RAT-1 | delaySeconds: soon | test.yaml:12: it is not a whole number",
        "NET-2 | on: false | test.yaml:11: a pack can change nothing in NET-2",
        "PUB-1 | on: false | test.yaml:11: a pack can change nothing in PUB-1",
      })
  void aLooseningIsRefusedWithItsLine(String rule, String param, String complaint) {
    String text = HEAD + "  - id: " + rule + "\n    params: {" + param + "}\n";
    assertTrue(fault(text).startsWith(complaint), fault(text));
  }

  @Test
  void aSwitchIsOnOrNotThere() {
    assertTrue(fault(HEAD + "  - id: UK-1\n    on: 2\n").startsWith("test.yaml:12:"));
    assertEquals(1L, read(HEAD + "  - id: UK-1\n    on: true\n").numbers().get(Param.SURVEILLANCE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  - id: RAT-1\n    enabled: false\n",
        "  - id: RAT-1\n    severity: low\n",
        "  - id: RAT-1\n  - id: RAT-1\n",
        "allow: everything\n",
        "  - id: RAT-1\n    params: {delaySeconds: 10, delaySeconds: 20}\n",
        "  - [\n"
      })
  void anUnknownWordIsRefusedWithItsLine(String rest) {
    assertTrue(fault(HEAD + rest).matches("(?s)test\\.yaml:1[0-9]: .*"), fault(HEAD + rest));
  }

  @Test
  void aPackSaysThatItIsNoAdvice() {
    String text = HEAD.replace("Not legal advice.", "Trust us.");
    assertEquals("test.yaml:9: a pack's notice says: not legal advice", fault(text));
    assertTrue(fault(HEAD.replace("operativeReading: read\n", "")).contains("operativeReading"));
    assertTrue(fault(HEAD.replace("PolicyPack", "Recipe")).startsWith("test.yaml:2:"));
  }

  @Test
  void everyShippedPackIsReadAndSaysBothReadings() throws IOException {
    for (String id : List.of("base", "ca", "eu", "journalism", "uk", "us")) {
      Path file = Path.of("profiles/policy/" + id + ".yaml");
      Pack pack = Pack.read(file.toString(), Files.readAllBytes(file));
      assertEquals(id, pack.id());
      assertTrue(pack.notice().toLowerCase(Locale.ROOT).contains("not legal advice"));
      assertTrue(pack.commonStatement().length() > 20 && pack.operativeReading().length() > 60);
      assertTrue(!pack.citations().isEmpty());
    }
  }

  @Test
  void theShippedRegisterIsRead() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of("profiles/terms.yaml"));
    TermsRegister register = TermsRegister.read("profiles/terms.yaml", bytes);
    assertEquals(2, register.of("mobile.x.com").size());
    assertTrue(register.of("netflix.com").isEmpty(), "a host ends at a dot");
    assertTrue(register.of("twitter.com").size() == 2);
    assertTrue(register.rows().size() > 20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "position: permitted | position: fine | position is one of",
        "textSha256: not yet read | textSha256: abc | textSha256 is 64 hex digits",
        "expiresOn: 2027-03-01 | expiresOn: 2027-06-01 | a review expires after at most 180 days",
        "expiresOn: 2027-03-01 | delaySeconds: 1 | expiresOn is missing",
        "source: a test | delaySeconds: 1 | source is missing",
        "region: any | region: mars | region is one of",
        "reviewer: a test | reviewr: a test | nobody knows the word reviewr",
      })
  void aRowIsReadStrictly(String word, String otherwise, String complaint) {
    String text = Situations.text("/policy/terms.yaml").replaceFirst(word, otherwise);
    String fault =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> TermsRegister.read("t.yaml", text.getBytes(StandardCharsets.UTF_8)))
                .getMessage());
    assertTrue(fault.startsWith("t.yaml:") && fault.contains(complaint), fault);
  }

  @Test
  void aRowCannotLoosenTheRate() {
    String text =
        Situations.text("/policy/terms.yaml")
            .replaceFirst("source: a test", "source: a test\n    delaySeconds: 0");
    String fault =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> TermsRegister.read("t.yaml", text.getBytes(StandardCharsets.UTF_8)))
                .getMessage());
    assertTrue(fault.contains("delaySeconds is at least 10"), fault);
  }

  private static Pack read(String text) {
    return Pack.read("test.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String fault(String text) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage());
  }
}
