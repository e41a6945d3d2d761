package dev.affiant.report;

import dev.affiant.evidence.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Times for people: in the case's zone first, with its offset, and UTC beside it.
 *
 * <pre>2026-11-24 22:51:29.004 +00:00 Europe/London (2026-11-24T22:51:29.004Z)</pre>
 */
final class Moments {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS xxx");
  private static final DateTimeFormatter BRIEF =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx");

  private final ZoneId zone;

  Moments(String zone) {
    this.zone = zone(zone);
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC; // a case without a zone is told in UTC, which every line says
    }
  }

  /** A time as a record writes it; other text stays as it is. */
  String full(String recorded) {
    try {
      return full(Instant.parse(recorded));
    } catch (DateTimeException e) {
      return Harmless.line(recorded);
    }
  }

  String full(Instant at) {
    return zone.equals(ZoneOffset.UTC)
        ? Times.text(at)
        : FORM.format(at.atZone(zone)) + " " + zone.getId() + " (" + Times.text(at) + ")";
  }

  /** To the second, without UTC beside it. */
  String brief(String recorded) {
    try {
      return BRIEF.format(Instant.parse(recorded).truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    } catch (DateTimeException e) {
      return Harmless.line(recorded);
    }
  }
}
