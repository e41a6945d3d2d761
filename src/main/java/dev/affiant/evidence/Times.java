package dev.affiant.evidence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Times as every record writes them: RFC 3339, UTC, always three decimals: {@code
 * 2026-11-24T22:51:29.004Z}.
 */
public final class Times {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Times() {}

  public static String text(Instant at) {
    return FORM.format(at);
  }
}
