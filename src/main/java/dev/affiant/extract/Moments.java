package dev.affiant.extract;

import dev.affiant.extract.Moment.Precision;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads moments as pages write them. */
final class Moments {
  private static final Set<Character.UnicodeScript> UNSPACED =
      Set.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.HANGUL);

  private Moments() {}

  /**
   * Reads by one of these formats: {@code iso}, {@code rfc1123}, or a pattern such as {@code dd MMM
   * uuuu, HH:mm}.
   *
   * @param zone what the platform shows, or empty if nobody knows
   */
  static Optional<Moment> read(
      String text, List<String> formats, Tongue tongue, Optional<ZoneId> zone) {
    for (String format : formats) {
      Optional<Moment> found =
          switch (format) {
            case "iso" -> iso(text.strip(), zone);
            case "rfc1123" -> rfc1123(text.strip());
            default ->
                DatePattern.read(format, text, tongue)
                    .map(r -> placed(r.time(), r.precision(), zone));
          };
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Moment placed(LocalDateTime time, Precision precision, Optional<ZoneId> zone) {
    return zone.map(z -> Moment.wall(time, precision, z))
        .orElseGet(() -> Moment.anywhere(time, precision));
  }

  private static Optional<Moment> iso(String text, Optional<ZoneId> zone) {
    String iso =
        text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (\\d)", "$1T$2")
            .replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")
            .replaceFirst(" ([+-]\\d|Z)", "$1");
    try {
      OffsetDateTime at = OffsetDateTime.parse(iso);
      boolean fraction = iso.contains(".");
      boolean seconds = iso.matches(".*T\\d{2}:\\d{2}:\\d{2}.*");
      if (!seconds) {
        Instant from = at.toInstant();
        return Optional.of(
            new Moment(
                from, from.plusSeconds(60).minusMillis(1), Precision.MIN, Moment.Zone.EXPLICIT));
      }
      return Optional.of(Moment.at(at.toInstant(), fraction ? Precision.MS : Precision.S));
    } catch (DateTimeParseException notWithOffset) {
      return local(iso, zone);
    }
  }

  private static Optional<Moment> local(String iso, Optional<ZoneId> zone) {
    try {
      LocalDateTime time = LocalDateTime.parse(iso);
      Precision precision =
          iso.contains(".") ? Precision.MS : iso.length() > 16 ? Precision.S : Precision.MIN;
      return Optional.of(placed(time, precision, zone));
    } catch (DateTimeParseException notWithTime) {
      try {
        return Optional.of(placed(LocalDate.parse(iso).atStartOfDay(), Precision.DAY, zone));
      } catch (DateTimeParseException noDay) {
        return part(iso, zone);
      }
    }
  }

  private static Optional<Moment> part(String iso, Optional<ZoneId> zone) {
    try {
      if (iso.matches("\\d{4}-\\d{2}")) {
        return Optional.of(
            placed(LocalDate.parse(iso + "-01").atStartOfDay(), Precision.MONTH, zone));
      }
      return iso.matches("\\d{4}")
          ? Optional.of(
              placed(LocalDate.parse(iso + "-01-01").atStartOfDay(), Precision.YEAR, zone))
          : Optional.empty();
    } catch (DateTimeException noMonth) {
      return Optional.empty();
    }
  }

  /** The date of an HTTP header, such as {@code Tue, 24 Nov 2026 09:30:00 GMT}. */
  static Optional<Moment> rfc1123(String text) {
    try {
      return Optional.of(
          Moment.at(
              OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(),
              Precision.S));
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }

  /** Seconds, milliseconds or microseconds since 1970. */
  static Optional<Moment> epoch(String text, String unit) {
    String digits = text.strip();
    if (!digits.matches("-?\\d{1,17}(?:\\.\\d{1,9})?")) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(digits);
    try {
      return switch (unit) {
        case "ms" -> Optional.of(Moment.at(Instant.ofEpochMilli(value.longValue()), Precision.MS));
        case "us" ->
            Optional.of(Moment.at(Instant.ofEpochMilli(value.longValue() / 1000), Precision.MS));
        default -> {
          boolean whole = value.stripTrailingZeros().scale() <= 0;
          Instant at = Instant.ofEpochMilli(value.movePointRight(3).longValue());
          yield Optional.of(Moment.at(at, whole ? Precision.S : Precision.MS));
        }
      };
    } catch (DateTimeException tooFar) {
      return Optional.empty();
    }
  }

  /**
   * Reads what is said relative to now, such as {@code 3 years ago}: such words round down, so that
   * the moment is an interval, never an instant.
   *
   * @param now when the page was looked at
   */
  static Optional<Moment> relative(String shown, Tongue tongue, Instant now) {
    String text = Tongue.plain(shown);
    List<String> tokens = Tongue.tokens(text);
    if (tongue.now().stream().anyMatch(text::equals)) {
      return Optional.of(interval(now.minusSeconds(120), now));
    }
    if (says(text, tokens, tongue.yesterday())) {
      return Optional.of(interval(now.minus(Duration.ofDays(2)), now));
    }
    if (says(text, tokens, tongue.today())) {
      return Optional.of(interval(now.minus(Duration.ofDays(1)), now));
    }
    return past(tokens, tongue)
        .map(p -> interval(before(now, p.count() + 1, p.span()), before(now, p.count(), p.span())));
  }

  private static boolean says(String text, List<String> tokens, List<String> words) {
    return words.stream().anyMatch(w -> tokens.contains(w) || text.startsWith(w));
  }

  private static Moment interval(Instant from, Instant to) {
    return new Moment(from, to, Precision.INTERVAL, Moment.Zone.EXPLICIT);
  }

  /** So many units. */
  private record Past(long count, Tongue.Span span) {}

  private static Optional<Past> past(List<String> tokens, Tongue tongue) {
    long count = -1;
    Optional<Tongue.Span> alone = Optional.empty();
    for (String token : tokens) {
      if (Character.isDigit(token.charAt(0))) {
        count = token.length() > 6 ? -1 : Long.parseLong(token);
      } else if (count < 0 && tongue.one().contains(token)) {
        count = 1;
      } else {
        Optional<Tongue.Span> span = span(token, tongue);
        if (span.isPresent() && count >= 0) {
          long said = count;
          return span.map(s -> new Past(said, s)).filter(p -> p.count() < 200_000);
        }
        // French says "il y a 3 ans", where "a" is no unit although "3 a" is three years
        alone = alone.or(() -> span);
      }
    }
    return alone.map(span -> new Past(1, span));
  }

  /** A unit's word, alone, or as the beginning of what is written without spaces. */
  private static Optional<Tongue.Span> span(String token, Tongue tongue) {
    Tongue.Span whole = tongue.units().get(token);
    if (whole != null) {
      return Optional.of(whole);
    }
    boolean unspaced = UNSPACED.contains(Character.UnicodeScript.of(token.codePointAt(0)));
    return unspaced
        ? Tongue.longest(tongue.units().keySet(), token)
            .map(word -> tongue.units().getOrDefault(word, Tongue.Span.DAY))
        : Optional.empty();
  }

  private static Instant before(Instant now, long count, Tongue.Span span) {
    LocalDateTime at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    LocalDateTime then =
        switch (span) {
          case SECOND -> at.minusSeconds(count);
          case MINUTE -> at.minusMinutes(count);
          case HOUR -> at.minusHours(count);
          case DAY -> at.minusDays(count);
          case WEEK -> at.minusWeeks(count);
          case MONTH -> at.minusMonths(count);
          case YEAR -> at.minusYears(Math.min(count, 5_000));
        };
    return then.toInstant(ZoneOffset.UTC);
  }
}
