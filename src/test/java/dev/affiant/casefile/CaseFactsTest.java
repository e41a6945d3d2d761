package dev.affiant.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseFactsTest {
  private static final UUID ID = UUID.fromString("019ab3c2-7f10-7abc-8def-0123456789ab");
  private static final Instant AT = Instant.parse("2026-11-24T22:51:29.004Z");

  @Test
  void threeFactsMakeACaseAndTheRestIsRecordedDefaults() {
    Case file = CaseFacts.of("litigation-evidence", "6(1)(f)", "A. Clerk").open(ID, AT);
    assertEquals("Evidence for litigation", file.purposeText());
    assertEquals("operator", file.operatorRole());
    assertEquals("A. Clerk", file.controller());
    assertEquals(List.of("base"), file.jurisdictions());
    assertEquals("close+P6Y", file.retention());
    assertEquals("UTC", file.zone());
    assertEquals("litigation-evidence", file.label());
  }

  @Test
  void whatIsMissingIsNamedWithAnExample() {
    CaseFacts nothing = CaseFacts.of("", " ", "");
    assertEquals(3, nothing.missing().size());
    assertEquals(
        "missing: --purpose (--purpose litigation-evidence), --basis (--basis '6(1)(f)'), "
            + "--operator (--operator 'A. Clerk')",
        assertThrows(IllegalArgumentException.class, () -> nothing.open(ID, AT)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({"uk,Europe/London", "de,Europe/Berlin", "us,UTC", "base,UTC"})
  void aCaseKeepsTheTimeOfItsJurisdiction(String place, String zone) {
    assertEquals(zone, with("6(1)(f)", place, "").open(ID, AT).zone());
  }

  @ParameterizedTest
  @CsvSource({
    "6(1)(g),uk,,basis",
    "6(1)(ea),de,,uk only",
    "none,uk,x,GDPR",
    "none,us,,reason",
    "6(1)(f),UK,,jurisdiction",
    "6(1)(f),england,,jurisdiction",
  })
  void aBasisMustExistWhereItIsUsed(String basis, String place, String reference, String word) {
    CaseFacts facts = with(basis, place, reference == null ? "" : reference);
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> facts.open(ID, AT)).getMessage());
    assertTrue(message.contains(word), message);
  }

  @Test
  void basesThatExistAreTaken() {
    assertTrue(with("6(1)(ea)", "uk", "").open(ID, AT).faults().isEmpty());
    assertTrue(with("none", "us", "not personal data").open(ID, AT).faults().isEmpty());
  }

  @Test
  void anUnknownPurposeListsTheKnownOnes() {
    CaseFacts facts = CaseFacts.of("curiosity", "6(1)(f)", "A. Clerk");
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> facts.open(ID, AT)).getMessage());
    assertTrue(message.contains("litigation-evidence, own-content"), message);
  }

  @Test
  void aFilingReadsBackAsTheSameCase() {
    Case file = with("6(1)(f)", "uk", "LIA-2026-014").open(ID, AT);
    byte[] bytes = file.filing(new byte[32]).bytes();
    assertTrue(
        new String(bytes, StandardCharsets.UTF_8)
            .startsWith("{\"schema\":\"affiant-case/v1\",\"id\":\"" + ID + "\",\"salt\":\"AAAA"));
    assertEquals(file, Case.read(bytes));
    assertEquals(
        file.filing(new byte[32]).commit(), Case.read(bytes).filing(new byte[32]).commit());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"schema\":\"affiant-case/v2\"}",
        "{\"schema\":\"affiant-case/v1\"}",
        "{\"schema\":\"affiant-case/v1\",\"id\":\"x\"}",
        "{\"schema\":7}",
      })
  void whatIsNoCaseIsRefused(String text) {
    assertThrows(
        IllegalArgumentException.class, () -> Case.read(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void labHostsAreReadAsTheyAreTyped() {
    Lab lab = Lab.parse(List.of("Mastodon.lab=127.0.0.1:8401", "b.lab=127.0.0.9:80"));
    assertEquals(8401, lab.at("mastodon.lab").orElseThrow().getPort());
    assertTrue(lab.at("b.lab").orElseThrow().getAddress().isLoopbackAddress());
    for (String wrong :
        List.of(
            "a.lab",
            "a.lab=10.0.0.1:80",
            "a.lab=127.0.0.1",
            "a.lab=127.0.0.1:99999",
            "=127.0.0.1:1")) {
      assertThrows(IllegalArgumentException.class, () -> Lab.parse(List.of(wrong)), wrong);
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> Lab.parse(List.of("a.lab=127.0.0.1:1", "A.lab=127.0.0.1:2")));
  }

  private static CaseFacts with(String basis, String place, String reference) {
    return new CaseFacts(
        "smith-v-jones",
        "litigation-evidence",
        "",
        basis,
        reference.isEmpty() ? List.of() : List.of(reference),
        "A. Clerk",
        "",
        "Example LLP",
        List.of(place),
        "",
        "");
  }
}
