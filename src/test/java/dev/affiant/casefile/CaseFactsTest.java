package dev.affiant.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
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
  @CsvSource({
    "6(1)(a),consent",
    "6(1)(b),contract",
    "6(1)(c),obligation",
    "6(1)(d),supervisor",
    "6(1)(e),task"
  })
  void aBasisThatRestsOnSomethingNamesIt(String basis, String kind) {
    assertEquals(
        List.of("--basis-ref"),
        with(basis, "uk", "dpia: DPIA-9").missing().stream().map(MissingFact::option).toList());
    assertTrue(with(basis, "uk", "").missing().get(0).example().contains(kind + ": "));
    assertTrue(with(basis, "uk", kind + ": REF-1").missing().isEmpty());
    Case file = with(basis, "uk", "REF-1").open(ID, AT);
    assertEquals("REF-1", file.reference(kind).orElseThrow());
    assertTrue(file.reference("dpia").isEmpty());
  }

  @Test
  void howItIsHandledIsRecordedAndChecked() {
    CaseFacts facts = with("6(1)(f)", "uk", "LIA-1");
    Case file = careful(facts, "public-authority", "focal-only", "2027-03-01").open(ID, AT);
    assertEquals("public-authority", file.handling().sector());
    assertEquals(LocalDate.parse("2027-03-02"), file.removalDue(AT).orElseThrow());
    assertEquals(file, Case.read(file.filing(new byte[32]).bytes()));
    for (CaseFacts wrong :
        List.of(
            careful(facts, "spies", "", ""),
            careful(facts, "", "some", ""),
            careful(facts, "", "", "soon"))) {
      assertThrows(IllegalArgumentException.class, () -> wrong.open(ID, AT));
    }
  }

  @Test
  void retentionCountsFromTheCloseOrFromTheCapture() {
    Case open = with("6(1)(f)", "uk", "LIA-1").open(ID, AT);
    assertTrue(open.removalDue(AT).isEmpty());
    Case closed = open.closed(new Signed("A. Clerk", "settled", AT));
    assertEquals(closed, Case.read(closed.filing(new byte[32]).bytes()));
    assertEquals(LocalDate.parse("2032-11-25"), closed.removalDue(AT).orElseThrow());
    Case brand = CaseFacts.of("brand-monitoring", "6(1)(f)", "A. Clerk").open(ID, AT);
    assertEquals(LocalDate.parse("2027-02-23"), brand.removalDue(AT).orElseThrow());
  }

  @Test
  void aCaseFiledByAnOlderVersionIsOpenAndHandledAsUsual() {
    Case file = CaseFacts.of("litigation-evidence", "6(1)(f)", "A. Clerk").open(ID, AT);
    String now = new String(file.filing(new byte[32]).bytes(), StandardCharsets.UTF_8);
    String before = now.replaceFirst(",\"sector\".*", "}");
    assertEquals(file, Case.read(before.getBytes(StandardCharsets.UTF_8)));
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

  private static CaseFacts careful(CaseFacts f, String sector, String mode, String day) {
    return new CaseFacts(
        f.label(),
        f.purpose(),
        f.purposeText(),
        f.basis(),
        f.basisReferences(),
        f.operator(),
        f.operatorRole(),
        f.controller(),
        f.jurisdictions(),
        f.retention(),
        f.zone(),
        new CaseFacts.Care(sector, mode, day));
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
