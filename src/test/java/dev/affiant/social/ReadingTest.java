package dev.affiant.social;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a sealed record says in the words of social media. */
class ReadingTest {
  private static final String POST =
      """
      {"platform":"x","kind":"post","url":"https://x.com/ada/status/643",
       "fields":{
        "platformId":{"presence":"observed","value":"643"},
        "permalink":{"presence":"observed","value":"https://x.com/ada/status/643"},
        "authorHandle":{"presence":"observed","value":"ada"},
        "authorName":{"presence":"observed","value":"Ada"},
        "body":{"presence":"observed","value":"The night ferry of @harbour sails at nine tonight."},
        "publishedAt":{"presence":"observed","value":{"from":"2026-03-21T00:00:00Z","to":"2026-03-21T23:59:59.999Z","precision":"day","zone":"none"}},
        "likes":{"presence":"observed","value":{"min":1150,"max":1249},"raw":"1.2K"},
        "hashtags":{"presence":"observed","value":["ferry"]},
        "views":{"presence":"absent"}},
       "lists":{
        "replies":{"items":[
          {"platformId":{"value":"644"},"authorHandle":{"value":"tom"},"body":{"value":"Not tonight."},
           "at":{"value":{"instant":"2026-03-21T21:00:00Z","precision":"s","zone":"explicit"}}},
          {"body":{"value":"No name."}}]},
        "media":{"items":[{"src":{"value":"/a.png"},"alt":{"value":"A ferry"}}]},
        "linksOut":{"items":[{"href":{"value":"https://notice.example/9"}}]}},
       "media":[{"src":"/a.png","sha256":"%s"}],
       "places":[{"source":"platform-tag","rawText":"Harbour","verdict":"claimed"}],
       "temporal":[{"field":"publishedAt","against":"id","formula":"x","agreement":"backdated-display"}]}
      """
          .formatted("ab".repeat(32));

  private static Reading post() {
    return Reading.of(Json.parse(POST.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> edges(Reading reading, Edge.Type type) {
    return reading.edges().stream()
        .filter(e -> e.type() == type)
        .map(e -> e.from() + " " + e.to())
        .collect(Collectors.toList());
  }

  @Test
  void anItemIsNamedByItsAccountAndItsId() {
    Reading reading = post();
    assertEquals(
        List.of("x.com/ada/643", "x.com/tom/644"),
        reading.items().stream().map(Item::key).limit(2).toList());
    assertEquals("x.com/ada", reading.items().get(0).account());
    assertEquals(Item.Position.REPLY, reading.items().get(1).position());
    assertEquals("absent", reading.items().get(0).unseen().get("views"));
    assertTrue(reading.items().get(2).key().contains("#replies/1"), "it has no name of its own");
  }

  @Test
  void aDayIsAnIntervalAndARoundedCountHasBounds() {
    Item item = post().items().get(0);
    assertFalse(item.published().orElseThrow().isInstant());
    assertEquals("likes 1150–1249", Count.text(item.metrics()));
    JsonNode json = item.json();
    assertEquals("2026-03-21T00:00:00Z", json.at("/moments/publishedAt/from").asString());
    assertEquals("post", json.path("kind").asString());
  }

  @Test
  void tiesSayWhetherTheyAreConcluded() {
    Reading reading = post();
    assertEquals(List.of("x.com/ada/643 x.com/harbour"), edges(reading, Edge.Type.MENTIONS));
    assertTrue(
        reading.edges().stream()
            .filter(e -> e.type() == Edge.Type.MENTIONS)
            .allMatch(Edge::derived));
    assertEquals("x.com/tom/644 x.com/ada/643", edges(reading, Edge.Type.REPLIES_TO).get(0));
    assertEquals(
        List.of("x.com/ada/643 https://notice.example/9"), edges(reading, Edge.Type.LINKS_TO));
    assertEquals(List.of("x.com/ada/643 #ferry"), edges(reading, Edge.Type.TAGS));
    assertEquals("backdated-display", reading.datings().get(0).agreement());
    assertEquals("Harbour", reading.places().get(0).raw());
  }

  @Test
  void whoRepeatsATextOrAPictureIsTiedToWhoHadItFirst() {
    Item first = post().items().get(0);
    String again =
        POST.replace("ada", "eve")
            .replace("643", "777")
            .replace("The night ferry of @harbour", "the  NIGHT ferry of @quay");
    Item second = Reading.of(Json.parse(again.getBytes(StandardCharsets.UTF_8))).items().get(0);
    List<Edge> ties = Ties.between(List.of(first, second, first));
    assertEquals(
        List.of("x.com/eve/777 same-text x.com/ada/643", "x.com/eve/777 same-media x.com/ada/643"),
        ties.stream().map(e -> e.from() + " " + e.type().word() + " " + e.to()).toList());
    assertTrue(Ties.between(List.of(first, first)).isEmpty(), "it is the same item");
    assertTrue(SameText.of("Not tonight.").isEmpty(), "anybody writes that");
  }

  @Test
  void otherProgramsAreGivenNoInstantThatNobodySaw() {
    Item item = post().items().get(0);
    Look look =
        new Look(
            item,
            7,
            "COMPLETE",
            new Sha256("cd".repeat(32)),
            "https://x.com/ada/status/643",
            Instant.EPOCH,
            true);
    JsonNode as2 = ActivityStreams.of(List.of(look)).at("/orderedItems/0");
    assertTrue(as2.path("published").isMissingNode(), as2.toString());
    assertEquals("2026-03-21T00:00:00Z", as2.at("/affiant:publishedBetween/from").asString());
    assertEquals("Note", as2.path("type").asString());
    assertTrue(as2.at("/affiant:capture/lab").asBoolean());
    assertEquals("#ferry", as2.at("/tag/0/name").asString());
    JsonNode graph = SchemaOrg.of(List.of(look)).at("/@graph/0");
    assertEquals("SocialMediaPosting", graph.path("@type").asString());
    assertEquals("from 1150 to 1249", graph.at("/interactionStatistic/0/description").asString());
    assertEquals("", FourCat.row(look).get("timestamp"));
    assertEquals("2026-03-21 00:00:00", FourCat.row(look).get("timestamp_from"));
    assertEquals("1.2K", FourCat.row(look).get("num_likes"));
    assertEquals(FourCat.COLUMNS, List.copyOf(FourCat.row(look).keySet()));
  }

  @Property(tries = 200)
  void whateverARecordHoldsItIsRead(@ForAll String text, @ForAll int number) {
    String value = Json.text(Json.array().add(text).get(0));
    String odd =
        "{\"url\":%s,\"platform\":%s,\"fields\":{\"body\":{\"value\":%s},\"authorHandle\":{\"value\":%s},\"likes\":{\"value\":{\"min\":%d}},\"publishedAt\":{\"value\":{\"instant\":%s}}},\"lists\":{\"replies\":{\"items\":[%d,%s,{\"body\":%s}]}},\"media\":%s}"
            .formatted(value, value, value, value, number, value, number, value, value, value);
    Reading reading = Reading.of(Json.parse(odd.getBytes(StandardCharsets.UTF_8)));
    assertFalse(reading.items().isEmpty());
  }
}
