package dev.affiant.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of platforms.md §A3 and the standards' own, and what holds of any id. */
public class IdTimeTest {

  @ParameterizedTest
  @CsvSource({
    "x-snowflake, 643211948184596480, 2015-09-13T23:57:33.404Z",
    "x-snowflake, 29700859247, 2010-11-04T01:43:01.738Z",
    "tiktok, 6748451240264420610, 2019-10-16T17:17:25Z",
    "instagram, BqvsDleB3lV, 2018-11-29T01:04:04.757Z",
    "bluesky-tid, 3l3vgf77uco2g, 2024-09-11T17:11:56.350Z",
    "mastodon-snowflake, 103270115826048975, 2019-12-08T03:48:33.849Z",
    "tumblr, 730460905855467520, 2023-10-06T19:50:05.053Z",
    "linkedin, 7151241570371948544, 2024-01-11T16:00:54.020Z",
    "discord, 175928847299117063, 2016-04-30T11:18:25.796Z",
    "object-id, 507f1f77bcf86cd799439011, 2012-10-17T21:13:27Z",
    "uuid-v1, C232AB00-9414-11EC-B3C8-9F6BDECED846, 2022-02-22T19:22:22Z",
    "uuid-v7, 017F22E2-79B0-7CC3-98C4-DC0C0C07398F, 2022-02-22T19:22:22Z",
    "ulid, 01ARZ3NDEKTSV4RRFFQ69G5FAV, 2016-07-30T23:54:10.259Z",
  })
  void decodes(String scheme, String id, String moment) {
    String found = IdTime.called(scheme).flatMap(s -> s.of(id)).orElseThrow().toString();
    assertEquals(moment.replace("Z", ""), found.substring(0, moment.length() - 1));
  }

  @ParameterizedTest
  @CsvSource({
    "x-snowflake, 20",
    "x-snowflake, 99999999999999999999999",
    "x-snowflake, -1",
    "x-snowflake, ١٢٣",
    "tiktok, 42",
    "instagram, !!!",
    "instagram, abc",
    "bluesky-tid, self",
    "bluesky-tid, 3L3VGF77UCO2G",
    "mastodon-snowflake, 1",
    "tumblr, 146460905855",
    "object-id, 507f1f77",
    "uuid-v7, C232AB00-9414-11EC-B3C8-9F6BDECED846",
    "uuid-v1, 017F22E2-79B0-7CC3-98C4-DC0C0C07398F",
    "ulid, 8ZZZZZZZZZZZZZZZZZZZZZZZZZ",
    "discord, ''",
  })
  void ofWhatHoldsNoMomentNothing(String scheme, String id) {
    assertEquals(Optional.empty(), IdTime.called(scheme).orElseThrow().of(id));
  }

  @Property
  void noIdMakesItThrow(@ForAll @StringLength(max = 40) String id) {
    for (IdTime scheme : IdTime.values()) {
      scheme.of(id);
    }
  }

  @Test
  void nobodyElseIsCalled() {
    assertFalse(IdTime.called("snowflake").isPresent());
  }
}
