package dev.affiant.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.address.IdTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates as pages of many languages write them: an instant only where the page gives one. */
public class MomentsTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private static Tongue tongue(String locale) {
    return CountTest.tongues().of(locale);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2019-12-08T03:48:33.849Z | 2019-12-08T03:48:33.849Z | MS | EXPLICIT",
        "2019-12-08T03:48:33Z | 2019-12-08T03:48:33Z | S | EXPLICIT",
        "2019-12-08T05:48:33+02:00 | 2019-12-08T03:48:33Z | S | EXPLICIT",
        "2019-12-08T05:48:33+0200 | 2019-12-08T03:48:33Z | S | EXPLICIT",
        "2019-12-08 05:48:33 +02:00 | 2019-12-08T03:48:33Z | S | EXPLICIT",
      })
  void anInstantIsOne(String text, Instant instant, Moment.Precision precision, Moment.Zone zone) {
    Moment moment =
        Moments.read(text, List.of("iso"), tongue("en"), Optional.empty()).orElseThrow();
    assertEquals(new Moment(instant, instant, precision, zone), moment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "en | d MMM uuuu, HH:mm | UTC | 8 Dec 2019, 03:48 | 2019-12-08T03:48:00Z | 2019-12-08T03:48:59.999Z",
        "en | h:mm a · MMM d, uuuu | UTC | 8:50 PM · Mar 21, 2026 | 2026-03-21T20:50:00Z | 2026-03-21T20:50:59.999Z",
        "en | MMMM d, uuuu | UTC | March 21, 2026 | 2026-03-21T00:00:00Z | 2026-03-21T23:59:59.999Z",
        "en | MMM uuuu | UTC | Mar 2026 | 2026-03-01T00:00:00Z | 2026-03-31T23:59:59.999Z",
        "en | uuuu | UTC | 2026 | 2026-01-01T00:00:00Z | 2026-12-31T23:59:59.999Z",
        "en | d MMM uuuu HH:mm | Europe/Moscow | 12 Mar 2024 17:04 | 2024-03-12T14:04:00Z | 2024-03-12T14:04:59.999Z",
        "de | d. MMMM uuuu, HH:mm | Europe/Berlin | 8. März 2026, 20:50 | 2026-03-08T19:50:00Z | 2026-03-08T19:50:59.999Z",
        "fr | d MMMM uuuu | UTC | 14 juillet 2025 | 2025-07-14T00:00:00Z | 2025-07-14T23:59:59.999Z",
        "es | d 'de' MMMM 'de' uuuu | UTC | 21 de marzo de 2026 | 2026-03-21T00:00:00Z | 2026-03-21T23:59:59.999Z",
        "pt | d 'de' MMM 'de' uuuu | UTC | 21 de mar. de 2026 | 2026-03-21T00:00:00Z | 2026-03-21T23:59:59.999Z",
        "it | d MMMM uuuu | UTC | 2 giugno 2026 | 2026-06-02T00:00:00Z | 2026-06-02T23:59:59.999Z",
        "nl | d MMM. uuuu | UTC | 3 mrt. 2026 | 2026-03-03T00:00:00Z | 2026-03-03T23:59:59.999Z",
        "pl | d MMMM uuuu | UTC | 3 października 2026 | 2026-10-03T00:00:00Z | 2026-10-03T23:59:59.999Z",
        "ru | d MMM uuuu | UTC | 5 мая 2026 | 2026-05-05T00:00:00Z | 2026-05-05T23:59:59.999Z",
        "ar | d MMMM uuuu | UTC | ٢١ مارس ٢٠٢٦ | 2026-03-21T00:00:00Z | 2026-03-21T23:59:59.999Z",
        "ja | uuuu年M月d日 | UTC | 2026年3月21日 | 2026-03-21T00:00:00Z | 2026-03-21T23:59:59.999Z",
        "tr | d MMMM uuuu | UTC | 9 ağustos 2026 | 2026-08-09T00:00:00Z | 2026-08-09T23:59:59.999Z",
      })
  void aWallClockLastsAsLongAsItsLastUnit(
      String locale, String pattern, ZoneId zone, String text, Instant from, Instant to) {
    Moment moment =
        Moments.read(text, List.of(pattern), tongue(locale), Optional.of(zone)).orElseThrow();
    assertEquals(from, moment.from());
    assertEquals(to, moment.to());
    assertEquals(Moment.Zone.ASSUMED, moment.zone());
  }

  @Test
  void withoutAZoneItIsAnywhere() {
    Moment day =
        Moments.read("2026-03-21", List.of("iso"), tongue("en"), Optional.empty()).orElseThrow();
    assertEquals(Instant.parse("2026-03-20T10:00:00Z"), day.from());
    assertEquals(Instant.parse("2026-03-22T11:59:59.999Z"), day.to());
    assertEquals(Moment.Zone.NONE, day.zone());
    assertFalse(day.isInstant());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 3 years ago | 2022-11-25T12:00:00Z | 2023-11-25T12:00:00Z",
        "en | 5h | 2026-11-25T06:00:00Z | 2026-11-25T07:00:00Z",
        "en | an hour ago | 2026-11-25T10:00:00Z | 2026-11-25T11:00:00Z",
        "en | 1mo | 2026-09-25T12:00:00Z | 2026-10-25T12:00:00Z",
        "en | edited 2 days ago | 2026-11-22T12:00:00Z | 2026-11-23T12:00:00Z",
        "de | vor 3 Std. | 2026-11-25T08:00:00Z | 2026-11-25T09:00:00Z",
        "de | vor einem Tag | 2026-11-23T12:00:00Z | 2026-11-24T12:00:00Z",
        "fr | il y a 3 ans | 2022-11-25T12:00:00Z | 2023-11-25T12:00:00Z",
        "es | hace 2 semanas | 2026-11-04T12:00:00Z | 2026-11-11T12:00:00Z",
        "it | 4 giorni fa | 2026-11-20T12:00:00Z | 2026-11-21T12:00:00Z",
        "pt | há 10 minutos | 2026-11-25T11:49:00Z | 2026-11-25T11:50:00Z",
        "nl | 2 uur geleden | 2026-11-25T09:00:00Z | 2026-11-25T10:00:00Z",
        "pl | 5 godz. temu | 2026-11-25T06:00:00Z | 2026-11-25T07:00:00Z",
        "ru | 2 часа назад | 2026-11-25T09:00:00Z | 2026-11-25T10:00:00Z",
        "ar | قبل ٣ ساعات | 2026-11-25T08:00:00Z | 2026-11-25T09:00:00Z",
        "tr | 3 saat önce | 2026-11-25T08:00:00Z | 2026-11-25T09:00:00Z",
        "ja | 3時間前 | 2026-11-25T08:00:00Z | 2026-11-25T09:00:00Z",
        "zh | 2天前 | 2026-11-22T12:00:00Z | 2026-11-23T12:00:00Z",
        "ko | 3시간 전 | 2026-11-25T08:00:00Z | 2026-11-25T09:00:00Z",
        "hi | 2 घंटे पहले | 2026-11-25T09:00:00Z | 2026-11-25T10:00:00Z",
        "en | yesterday | 2026-11-23T12:00:00Z | 2026-11-25T12:00:00Z",
        "en | just now | 2026-11-25T11:58:00Z | 2026-11-25T12:00:00Z",
      })
  void aTimePastIsAnInterval(String locale, String text, Instant from, Instant to) {
    Moment moment = Moments.relative(text, tongue(locale), NOW).orElseThrow();
    assertEquals(from, moment.from());
    assertEquals(to, moment.to());
    assertEquals(Moment.Precision.INTERVAL, moment.precision());
  }

  @Test
  void whatIsNoDateIsNone() {
    for (String text :
        List.of("", "soon", "31 Feb 2026", "2026-13-01", "99999999999999 years ago")) {
      assertEquals(
          Optional.empty(),
          Moments.read(text, List.of("iso", "d MMM uuuu"), tongue("en"), Optional.empty()),
          text);
    }
    assertEquals(Optional.empty(), Moments.relative("soon", tongue("en"), NOW));
    assertEquals(Optional.empty(), Moments.epoch("yesterday", "s"));
    assertEquals(
        Instant.parse("2019-12-08T03:48:33.849Z"),
        Moments.epoch("1575776913849", "ms").orElseThrow().from());
  }

  @Property
  void noTextMakesThemThrow(@ForAll @StringLength(max = 60) String text) {
    for (String locale : CountTest.tongues().names()) {
      Moments.relative(text, tongue(locale), NOW)
          .ifPresent(m -> assertTrue(!m.from().isAfter(m.to())));
      Moments.read(text, List.of("iso", "d MMM uuuu HH:mm a"), tongue(locale), Optional.empty());
    }
    Moments.epoch(text, "ms");
  }

  @ParameterizedTest
  @CsvSource({
    "x-snowflake, 2015-09-13T23:57:33.404Z, 2015-09-13T23:57:33Z, 2015-09-13T23:57:33Z, CONSISTENT",
    "x-snowflake, 2015-09-13T23:57:33.404Z, 2015-09-13T23:57:00Z, 2015-09-13T23:57:59.999Z, DISPLAY_COARSER",
    "x-snowflake, 2015-09-13T23:57:33.404Z, 2015-09-13T20:00:00Z, 2015-09-13T20:00:00Z, BACKDATED_DISPLAY",
    "x-snowflake, 2015-09-13T23:57:33.404Z, 2015-09-14T23:57:33Z, 2015-09-14T23:57:33Z, CONTRADICTS_ID",
    "instagram, 2018-11-29T01:04:04.757Z, 2018-11-29T01:10:00Z, 2018-11-29T01:10:00Z, CONSISTENT",
    "instagram, 2018-11-29T01:04:04.757Z, 2018-11-30T01:10:00Z, 2018-11-30T01:10:00Z, EXPLAINABLE_LAG",
    "bluesky-tid, 2024-09-11T17:11:56.350Z, 2024-08-07T17:11:56Z, 2024-08-07T17:11:56Z, BACKDATED_DISPLAY",
    "tiktok, 2019-10-16T17:17:25Z, 2019-10-16T17:17:32Z, 2019-10-16T17:17:32Z, CONSISTENT",
  })
  void whatIsShownAgreesWithTheIdOrNot(
      String scheme, Instant id, Instant from, Instant to, Findings.Agreement agreement) {
    assertEquals(agreement, Findings.agreement(IdTime.called(scheme).orElseThrow(), id, from, to));
  }
}
