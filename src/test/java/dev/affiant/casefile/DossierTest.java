package dev.affiant.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Filing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DossierTest {
  private static final Case FILE =
      CaseFacts.of("litigation-evidence", "6(1)(f)", "A. Clerk")
          .open(new UUID(7, 1), Instant.parse("2026-11-24T22:51:29.004Z"));
  private static final Instant FROM = Instant.parse("2026-11-25T00:00:00.000Z");
  private static final Instant UNTIL = Instant.parse("2027-03-01T00:00:00.000Z");
  private static final CaptureId CAPTURE = new CaptureId(new UUID(7, 9));
  private static final byte[] SALT = new byte[32];

  private final Dossier.Reader reader = new Dossier.Reader();

  @ParameterizedTest
  @CsvSource({
    "x.com,,x.com,,true",
    "x.com,,WWW.X.com,,true",
    "x.com,,x.com,x.com/ada,true",
    "x.com,,notx.com,,false",
    "x.com,,x.com.evil.example,,false",
    "x.com,x.com/ada,x.com,x.com/Ada,true",
    "x.com,x.com/ada,x.com,x.com/bob,false",
    "x.com,x.com/ada,x.com,,false",
    ",x.com/ada,other.example,x.com/ada,true",
    ",,x.com,x.com/ada,false",
  })
  void anAuthorityReachesItsHostsAndSubjectsAndNothingElse(
      String hosts, String subjects, String host, String subject, boolean covers) {
    Authority a = authority(scope(hosts, subjects));
    assertEquals(covers, a.covers(host, Optional.ofNullable(subject), FROM));
  }

  @Test
  void anAuthorityHoldsFromItsFirstMomentToBeforeItsLast() {
    Authority a = authority(scope("x.com", null));
    assertFalse(a.covers("x.com", Optional.empty(), FROM.minusMillis(1)));
    assertTrue(a.covers("x.com", Optional.empty(), FROM));
    assertTrue(a.covers("x.com", Optional.empty(), UNTIL.minusMillis(1)));
    assertFalse(a.covers("x.com", Optional.empty(), UNTIL));
  }

  @Test
  void whatIsPutOnRecordReadsBack() {
    Authority a = authority(scope("x.com", "x.com/ada"));
    assertEquals(a, Authority.read(a.filing(SALT).bytes()));
    Hold hold = hold(List.of(CAPTURE));
    assertEquals(hold, Hold.read(hold.filing(SALT).bytes()));
    Restriction r = restriction();
    assertEquals(r, Restriction.read(r.filing(SALT).bytes()));
    RuleOverride o = override("B. Partner", "one page, asked for by counsel");
    assertEquals(o, RuleOverride.read(o.filing(SALT).bytes()));
  }

  @Test
  void aRevokedAuthorityNoLongerHoldsAndIsStillListed() {
    Authority a = authority(scope("x.com", null));
    see(a.filing(SALT));
    assertTrue(dossier().authority("x.com", Optional.empty(), FROM).isPresent());
    assertTrue(
        dossier()
            .authority(Set.of(AuthorityType.WARRANT), "x.com", Optional.empty(), FROM)
            .isEmpty());
    see(a.revocation(signed("withdrawn"), SALT));
    assertTrue(dossier().authority("x.com", Optional.empty(), FROM.plusSeconds(60)).isEmpty());
    assertEquals(1, dossier().authorities().size());
  }

  @Test
  void aHoldOfACaseReachesEveryCaptureUntilItIsLifted() {
    Hold whole = hold(List.of());
    see(whole.filing(SALT));
    assertTrue(dossier().hold(CAPTURE).isPresent());
    see(whole.lifting(signed("settled"), SALT));
    assertTrue(dossier().hold(CAPTURE).isEmpty());
    see(hold(List.of(new CaptureId(new UUID(7, 10)))).filing(SALT));
    assertTrue(dossier().hold(CAPTURE).isEmpty());
  }

  @Test
  void aRestrictionStandsUntilItIsLifted() {
    Restriction r = restriction();
    see(r.filing(SALT));
    assertTrue(dossier().restriction(CAPTURE).isPresent());
    see(r.lifting(signed("resolved"), SALT));
    assertTrue(dossier().restriction(CAPTURE).isEmpty());
  }

  @Test
  void anotherCasesRecordIsNoneOfThisOne() {
    Authority a = authority(scope("x.com", null));
    see(a.filing(SALT));
    Case other =
        CaseFacts.of("research", "6(1)(f)", "B. Scholar").open(new UUID(7, 2), FILE.openedAt());
    assertEquals(Dossier.bare(other), reader.of(other));
  }

  @Test
  void anOverrideNeedsASecondPersonAReasonAndAnEnd() {
    assertTrue(override("B. Partner", "one page, asked for by counsel").faults().isEmpty());
    assertEquals(
        "an override is granted by somebody other than who asks for it",
        override(" a.  CLERK", "one page, asked for by counsel").faults().get(0));
    assertFalse(override("B. Partner", "because").faults().isEmpty());
  }

  @Test
  void anUnknownFormOpensNothing() {
    see(
        Filing.of(
            dev.affiant.seal.EntryType.AUTHORITY,
            new UUID(7, 3),
            "affiant-authority/v9",
            SALT,
            dev.affiant.evidence.Json.object()));
    assertEquals(Dossier.bare(FILE), dossier());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Authority.read(
                "{\"schema\":\"affiant-authority/v9\"}".getBytes(StandardCharsets.UTF_8)));
  }

  private void see(Filing filing) {
    reader.see(filing.id(), filing.bytes());
  }

  private Dossier dossier() {
    return reader.of(FILE);
  }

  private static Scope scope(String hosts, @Nullable String subjects) {
    return new Scope(
        hosts == null ? List.of() : List.of(hosts),
        subjects == null ? List.of() : List.of(subjects),
        "as the letter says");
  }

  private static Authority authority(Scope scope) {
    return new Authority(
        new UUID(7, 3),
        FILE.id(),
        AuthorityType.COUNSEL_PRESERVATION,
        "GC-2026-77",
        "Example LLP",
        scope,
        FROM,
        UNTIL,
        Optional.of(Sha256.of(new byte[1])),
        false,
        "A. Clerk",
        FROM,
        Optional.empty());
  }

  private static Hold hold(List<CaptureId> captures) {
    return new Hold(
        new UUID(7, 4),
        FILE.id(),
        "LH-7",
        captures,
        LocalDate.parse("2027-05-25"),
        signed("proceedings are expected"),
        Optional.empty());
  }

  private static Restriction restriction() {
    return new Restriction(
        new UUID(7, 5), FILE.id(), CAPTURE, signed("accuracy contested"), Optional.empty());
  }

  private static RuleOverride override(String granter, String reason) {
    return new RuleOverride(
        new UUID(7, 6),
        FILE.id(),
        "ROB-1",
        scope("example.org", null),
        Optional.empty(),
        "A. Clerk",
        new Signed(granter, reason, FROM),
        "supervisor",
        FROM,
        FROM.plusSeconds(86_400));
  }

  private static Signed signed(String reason) {
    return new Signed("A. Clerk", reason, FROM.plusSeconds(30));
  }
}
