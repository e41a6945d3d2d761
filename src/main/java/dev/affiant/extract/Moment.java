package dev.affiant.extract;

import dev.affiant.evidence.Json;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * When something was, no more exactly than a page says: from one instant to another, ends included.
 * They are the same only if the page gave an instant.
 *
 * @param precision how exact the page was
 * @param zone where the zone is known from
 */
public record Moment(Instant from, Instant to, Precision precision, Zone zone) {

  /** How exact a page was. */
  public enum Precision {
    MS,
    S,
    MIN,
    HOUR,
    DAY,
    MONTH,
    YEAR,
    INTERVAL
  }

  /** Where a zone is known from. */
  public enum Zone {
    /** The page states it. */
    EXPLICIT,
    /** The profile says which zone the platform shows. */
    ASSUMED,
    /** Nobody knows: the moment covers every zone. */
    NONE
  }

  /** An instant that the page states. */
  static Moment at(Instant instant, Precision precision) {
    return new Moment(instant, instant, precision, Zone.EXPLICIT);
  }

  /** A wall clock's time in a known zone: it lasts as long as its last unit. */
  static Moment wall(LocalDateTime time, Precision precision, ZoneId zone) {
    Instant from = time.atZone(zone).toInstant();
    Instant to = after(time, precision).atZone(zone).toInstant().minusMillis(1);
    boolean exact = precision == Precision.MS || precision == Precision.S;
    return new Moment(from, exact ? from : to, precision, Zone.ASSUMED);
  }

  /** A wall clock's time in a zone that nobody knows: from the earliest to the latest it can be. */
  static Moment anywhere(LocalDateTime time, Precision precision) {
    Instant from = time.toInstant(ZoneOffset.ofHours(14));
    Instant to = after(time, precision).toInstant(ZoneOffset.ofHours(-12)).minusMillis(1);
    return new Moment(from, to, precision, Zone.NONE);
  }

  private static LocalDateTime after(LocalDateTime time, Precision precision) {
    return switch (precision) {
      case MS -> time.plusNanos(1_000_000);
      case S -> time.plusSeconds(1);
      case MIN -> time.plusMinutes(1);
      case HOUR -> time.plusHours(1);
      case DAY, INTERVAL -> time.plusDays(1);
      case MONTH -> time.plusMonths(1);
      case YEAR -> time.plusYears(1);
    };
  }

  /** Whether the page gave an instant. */
  public boolean isInstant() {
    return from.equals(to);
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    if (isInstant()) {
      json.put("instant", from.toString());
    } else {
      json.put("from", from.toString()).put("to", to.toString());
    }
    json.put("precision", precision.name().toLowerCase(Locale.ROOT));
    return json.put("zone", zone.name().toLowerCase(Locale.ROOT));
  }
}
