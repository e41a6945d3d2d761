package dev.affiant.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.affiant.address.AccountKey;
import dev.affiant.catalogue.CaptureRow;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitsTest {
  private static final AccountKey ADA = new AccountKey("x.com", "ada");
  private static final UUID OURS = new UUID(0, 1);
  private static final UUID THEIRS = new UUID(0, 2);
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00.000Z");

  private static CaptureRow row(UUID file, String url, String outcome, String at) {
    return row(file, url, outcome, at, List.of());
  }

  private static CaptureRow row(
      UUID file, String url, String outcome, String at, List<Reason> reasons) {
    return new CaptureRow(
        1,
        new CaptureId(new UUID(0, 9)),
        "capture",
        Optional.of(file),
        outcome,
        reasons,
        false,
        url,
        url,
        "x.com",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Instant.parse(at)),
        Optional.of(Instant.parse(at)),
        Sha256.of(new byte[0]),
        0,
        0,
        0);
  }

  private static List<Instant> visits(CaptureRow... rows) {
    return Visits.of(List.of(rows), ADA, OURS, NOW);
  }

  @Test
  void fortyPostsOfOneDayAreOneVisit() {
    assertEquals(
        List.of(Instant.parse("2026-11-01T10:00:00.000Z")),
        visits(
            row(OURS, "https://x.com/ada/status/1", "COMPLETE", "2026-11-01T10:00:00.000Z"),
            row(OURS, "https://twitter.com/Ada/status/2", "PARTIAL", "2026-11-01T11:00:00.000Z"),
            row(OURS, "https://x.com/ada", "ABSENT", "2026-11-02T09:59:59.000Z")));
  }

  @Test
  void anotherDayAndAnotherCaseAreOtherVisits() {
    assertEquals(
        3,
        visits(
                row(OURS, "https://x.com/ada", "COMPLETE", "2026-11-01T10:00:00.000Z"),
                row(OURS, "https://x.com/ada", "COMPLETE", "2026-11-02T10:00:00.000Z"),
                row(THEIRS, "https://x.com/ada", "WALLED", "2026-11-01T10:00:00.000Z"))
            .size());
  }

  @Test
  void theVisitThatIsUnderWayDoesNotCountAgainstItself() {
    assertEquals(
        0, visits(row(OURS, "https://x.com/ada", "COMPLETE", "2026-11-25T08:00:00.000Z")).size());
    assertEquals(
        1, visits(row(THEIRS, "https://x.com/ada", "COMPLETE", "2026-11-25T08:00:00.000Z")).size());
  }

  @Test
  void whatWasNeverSeenIsNoVisit() {
    List<Reason> robots = List.of(new Reason("ROB-1", "disallowed"));
    assertEquals(
        0,
        visits(
                row(OURS, "https://x.com/bob", "COMPLETE", "2026-11-01T10:00:00.000Z"),
                row(OURS, "https://x.com/ada", "REFUSED", "2026-11-01T10:00:00.000Z", robots),
                row(OURS, "https://x.com/ada", "UNREACHABLE", "2026-11-02T10:00:00.000Z"),
                row(OURS, "not an address", "COMPLETE", "2026-11-03T10:00:00.000Z"))
            .size());
  }
}
