package dev.affiant.extract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.address.AddressesTest;
import dev.affiant.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Records from kept bytes alone: each value with its place, the same bytes each time. */
class ExtractorTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String PROFILE =
      """
      apiVersion: affiant/v1
      kind: CaptureProfile
      id: forum.topic
      version: 1.0.0
      platform: forum
      title: A topic
      reviewed: {by: a test, on: 2026-11-25}
      match:
        - {kind: topic, hosts: [forum.example], path: "/topic/(?P<id>[0-9]+)", priority: 90}
      policy: {targeting: unknown}
      content: [".topic"]
      extract:
        platformId: {group: id}
        title: ["#none | text", "h1 | text | nfc"]
        body: ".topic[data-id='{id}'] .words | text"
        likes: ".likes | text | number:de"
        publishedAt: {jsonld: DiscussionForumPosting, path: "$.datePublished", as: [{datetime: iso}]}
        displayedDate: ".when | text | relative:de"
        authorHandle: {script: "#data", path: "$.post.author.name"}
        authorId: {assign: STATE, path: "$.user.id"}
        description: {call: PRELOADED, path: "$.deep"}
        language: {find: lang, path: "$.lang"}
        spoiler: ".nowhere | text"
        hashtags: {ref: body, as: [hashtags]}
        coordinates: {meta: geo.position}
      lists:
        replies:
          each: {css: ".reply"}
          max: 2
          skip: [".ad"]
          fields:
            author: ".by | text"
            at: "time | attr:datetime | datetime"
            platformId: "self | attr:data-id"
            idTime: {idTime: x-snowflake, from: platformId}
            handle: {ref: author}
      claims:
        - {required: [title, body]}
        - {field: platformId, matches: "^{id}$"}
        - {field: spoiler, matches: "x"}
      """;
  private static final String PAGE =
      """
      <!doctype html><html lang=de><meta name=geo.position content="54.5; 10.1">
      <script type=application/ld+json>{"@graph":[{"@type":"DiscussionForumPosting","datePublished":"2026-03-21T20:50:00Z"}]}</script>
      <script type=application/json id=data>{"post":{"author":{"name":"ada","lang":"de"}}}</script>
      <script>var STATE = {user: {x: undefined, id: "u7"}}; more();</script>
      <script>window.PRELOADED = JSON.parse("{\\"deep\\":\\"inside\\"}");</script>
      <h1>Nachtfähre</h1><div class=topic data-id=12><p class=words>Sie fährt. #fähre</p></div>
      <b class=likes>12,3 Mio.</b><i class=when>vor 3 Std.</i>
      <div class=reply data-id=1212092628029698048><b class=by>tom</b><time datetime=2026-03-21T21:05:00Z></time></div>
      <div class="reply ad"><b class=by>shop</b></div>
      <div class=reply><b class=by>ines</b></div><div class=reply><b class=by>more</b></div>
      """;

  private static Extractor extractor() {
    return new Extractor(AddressesTest.shipped(), CountTest.tongues());
  }

  private static Profile profile() {
    return Profile.read(
        "a.yaml", PROFILE.getBytes(StandardCharsets.UTF_8), AddressesTest.shipped().forms());
  }

  private static ObjectNode read(String html) {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    return extractor()
        .read(
            profile(),
            new KeptPage(
                "https://forum.example/topic/12",
                Map.of("id", "12"),
                Optional.of(KeptPage.Kept.of("rendered.html", bytes, StandardCharsets.UTF_8)),
                Optional.empty(),
                Map.of("date", "Sat, 21 Mar 2026 20:00:00 GMT"),
                Beside.NOTHING,
                Instant.parse("2026-03-22T00:00:00Z")));
  }

  private static String value(JsonNode record, String field) {
    return record.path("fields").path(field).path("value").asString("");
  }

  @Test
  void everyKindOfPlaceIsReadAndSaysWhere() {
    JsonNode record = read(PAGE);
    assertEquals("12", value(record, "platformId"));
    assertEquals("Nachtfähre", value(record, "title"));
    assertEquals(1, record.path("fields").path("title").path("alternative").asInt());
    assertEquals("Sie fährt. #fähre", value(record, "body"));
    assertEquals("ada", value(record, "authorHandle"));
    assertEquals("u7", value(record, "authorId"));
    assertEquals("inside", value(record, "description"));
    assertEquals("de", value(record, "language"));
    assertEquals("absent", record.path("fields").path("spoiler").path("presence").asString());
    JsonNode likes = record.path("fields").path("likes");
    assertEquals(12_250_000, likes.path("value").path("min").asLong());
    assertEquals(12_349_999, likes.path("value").path("max").asLong());
    assertEquals("12,3 Mio.", likes.path("raw").asString());
    assertEquals("rendered.html", likes.path("in").asString());
    assertEquals("css .likes [0]", likes.path("place").asString());
    assertEquals(
        "json #data /post/author/name",
        record.path("fields").path("authorHandle").path("place").asString());
  }

  @Test
  void aTimePastIsNoInstant() {
    JsonNode shown = read(PAGE).path("fields").path("displayedDate").path("value");
    assertTrue(shown.path("instant").isMissingNode(), shown.toString());
    assertEquals("2026-03-21T20:00:00Z", shown.path("from").asString());
    assertEquals("2026-03-21T21:00:00Z", shown.path("to").asString());
  }

  @Test
  void aListCountsWhatItPassesOverAndWhatItDoesNotRead() {
    JsonNode replies = read(PAGE).path("lists").path("replies");
    assertEquals(2, replies.path("found").asInt());
    assertEquals(1, replies.path("skipped").asInt());
    assertEquals(1, replies.path("notRead").asInt());
    assertEquals("ines", replies.at("/items/1/author/value").asString());
  }

  @Test
  void claimsHoldOrSayWhy() {
    JsonNode claims = read(PAGE).path("claims");
    assertTrue(claims.path(0).path("holds").asBoolean());
    assertTrue(claims.path(1).path("holds").asBoolean());
    assertEquals("it is nothing", claims.path(2).path("why").asString());
  }

  @Test
  void coordinatesAreAClaim() {
    JsonNode place = read(PAGE).path("places").path(0);
    assertEquals(54.5, place.path("latitude").asDouble());
    assertEquals("claimed", place.path("verdict").asString());
  }

  @Test
  void theSameBytesGiveTheSameRecord() {
    assertArrayEquals(Extractor.bytes(read(PAGE)), Extractor.bytes(read(PAGE)));
    assertTrue(!Extractor.sha256(read(PAGE)).equals(Extractor.sha256(read(PAGE + "<p>"))));
  }

  @Test
  void aThingOfAListIsReadByItsOwnIdAndNeverByThePages() {
    JsonNode replies = read(PAGE).path("lists").path("replies").path("items");
    JsonNode first = replies.path(0);
    assertEquals(
        "2019-12-31T19:26:16.771Z",
        first.path("idTime").path("value").path("instant").asString(),
        first.toString());
    assertEquals("tom", first.path("handle").path("value").asString());
    assertEquals("absent", replies.path(1).path("idTime").path("presence").asString());
    assertEquals("ines", replies.path(1).path("handle").path("value").asString());
  }

  @Test
  void whatIsPublishedAfterTheServersOwnTimeIsSaid() {
    JsonNode server =
        read(PAGE)
            .path("temporal")
            .valueStream()
            .filter(t -> t.path("against").asString().equals("server"))
            .findFirst()
            .orElseThrow();
    assertEquals("after-server-time", server.path("agreement").asString());
    assertEquals("2026-03-21T20:00:00Z", server.path("server").asString());
  }

  @Test
  void anIdThatIsNoPlainWordFillsInNothing() {
    KeptPage page =
        new KeptPage(
            "https://forum.example/topic/x",
            Map.of("id", "'], body, [a='"),
            Optional.of(
                KeptPage.Kept.of(
                    "rendered.html",
                    PAGE.getBytes(StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8)),
            Optional.empty(),
            Map.of(),
            Beside.NOTHING,
            Instant.EPOCH);
    assertEquals("", value(extractor().read(profile(), page), "body"));
  }

  /** What a hostile page may hold: it ends, within its bounds, with a record. */
  @ParameterizedTest
  @ValueSource(strings = {"deep dom", "deep json", "million", "cut json", "large json", "nothing"})
  void noPageKeepsItFromEnding(String which) {
    String html =
        switch (which) {
          case "deep dom" -> "<div class=topic>".repeat(60_000) + "<h1>x</h1>";
          case "deep json" ->
              "<script id=data type=application/json>"
                  + "{\"post\":".repeat(100_000)
                  + "</script>"
                  + PAGE;
          case "million" -> PAGE + "<p class=reply>".repeat(300_000);
          case "cut json" -> "<script>STATE = {\"user\":{\"id\":\"".repeat(2_000) + PAGE;
          case "large json" ->
              "<script id=data type=application/json>{\"post\":\""
                  + "a".repeat(40_000_000)
                  + "\"}</script>"
                  + PAGE;
          default -> "";
        };
    JsonNode record = assertTimeoutPreemptively(SOON, () -> read(html));
    assertEquals("affiant-records/v1", record.path("schema").asString());
  }
}
