package dev.affiant.capture;

import dev.affiant.address.AccountKey;
import dev.affiant.catalogue.CaptureRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How often a person's pages were looked at before, across addresses, platforms' spellings and
 * cases. What was looked at by hand in one case within a day is one visit; so an order that belongs
 * to a visit that is under way finds only the visits before that one.
 */
public final class Visits {
  private static final Duration ONE = Duration.ofHours(24);

  private Visits() {}

  /**
   * When each visit began, the oldest first.
   *
   * @param rows captures, in any order; those that were refused before the visit do not count
   * @param caseId the case of the order that is about to be decided
   */
  public static List<Instant> of(
      List<CaptureRow> rows, AccountKey subject, UUID caseId, Instant now) {
    Map<UUID, Instant> open = new HashMap<>();
    List<Instant> visits = new ArrayList<>();
    rows.stream()
        .filter(row -> visited(row) && isOf(row, subject))
        .sorted(Comparator.comparing(row -> row.startedAt().orElseThrow()))
        .forEach(row -> count(row, open, visits));
    Instant under = open.get(caseId);
    if (under != null && now.isBefore(under.plus(ONE))) {
      visits.remove(under); // this order is a part of it
    }
    return List.copyOf(visits);
  }

  /** Whether what was asked for is a page of this account. */
  public static boolean isOf(CaptureRow row, AccountKey subject) {
    return AccountKey.of(row.urlRequested()).filter(subject::equals).isPresent();
  }

  private static void count(CaptureRow row, Map<UUID, Instant> open, List<Instant> visits) {
    Instant at = row.startedAt().orElseThrow();
    UUID file = row.caseId().orElseThrow();
    Instant began = open.get(file);
    if (began == null || !at.isBefore(began.plus(ONE))) {
      open.put(file, at);
      visits.add(at);
    }
  }

  private static boolean visited(CaptureRow row) {
    return row.type().equals("capture")
        && !row.outcome().equals("UNREACHABLE")
        && row.startedAt().isPresent()
        && row.caseId().isPresent()
        && row.reasons().stream().noneMatch(r -> r.code().equals("ROB-1"));
  }
}
