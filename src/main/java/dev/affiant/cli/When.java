package dev.affiant.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days and moments as people write them: {@code 2027-03-01}, {@code 2027-03-01T12:00:00Z}. */
final class When {
  private When() {}

  /** The first moment of the day, in this zone, or the moment itself. */
  static Instant begin(String text, ZoneId zone) {
    return at(text, zone, 0);
  }

  /** The first moment after the day, in this zone, or the moment itself. */
  static Instant end(String text, ZoneId zone) {
    return at(text, zone, 1);
  }

  /** The day. */
  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new UsageFault("not a day: " + text, "write it as 2027-03-01");
    }
  }

  private static Instant at(String text, ZoneId zone, int plusDays) {
    String given = text.strip();
    try {
      return given.indexOf('T') > 0
          ? Instant.parse(given)
          : LocalDate.parse(given).plusDays(plusDays).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw new UsageFault(
          "neither a day nor a moment: " + text, "write it as 2027-03-01 or 2027-03-01T12:00:00Z");
    }
  }
}
