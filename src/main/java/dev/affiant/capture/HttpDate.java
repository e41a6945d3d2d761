package dev.affiant.capture;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A server's Date header: {@code Tue, 24 Nov 2026 22:51:29 GMT}.
 *
 * <p>Source: RFC 9110 §5.6.7.
 */
final class HttpDate {
  private HttpDate() {}

  /** The moment it names, or none if it is not one. */
  static Optional<Instant> parse(String value) {
    try {
      return Optional.of(
          ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }
}
