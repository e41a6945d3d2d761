package dev.affiant.network;

import static dev.affiant.network.Traffic.answer;
import static dev.affiant.network.Traffic.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.network.Traffic.Draft;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkRecordTest {

  @Test
  void denialIsBlockedAndItsAnswerIsNotTheSites() {
    Traffic t = new Traffic().denied("127.0.0.1", 22, "NET-2", "127.0.0.1 is loopback");
    t.add(
        new Draft("fetch", "GET", "http://127.0.0.1:22/")
            .answered(answer(403, "Forbidden"))
            .with(t.body("ours")));
    Exchange mended = t.record().joined().exchanges().get(0);
    assertEquals(Ending.BLOCKED, mended.ending());
    assertEquals("NET-2: 127.0.0.1 is loopback", mended.failure());
    assertTrue(mended.answer().isEmpty() && mended.body().isEmpty());
  }

  @Test
  void laneFailureGivesTheCause() {
    Traffic t = new Traffic().unreached("down.example", 443, "connection refused");
    t.add(
        new Draft("image", "GET", "https://DOWN.example./x")
            .ended(Ending.FAILED, "net::ERR_TUNNEL_CONNECTION_FAILED"));
    NetworkRecord joined = t.record().joined();
    assertEquals(
        "net::ERR_TUNNEL_CONNECTION_FAILED: connection refused",
        joined.exchanges().get(0).failure());
    assertEquals(joined, joined.joined());
  }

  @Test
  void answeredExchangeIsLeftAlone() {
    Traffic t = new Traffic().denied("a.example", 80, "NET-2", "x").reached("b.example", 80, "::1");
    t.add(new Draft("image", "GET", "http://b.example/").answered(answer(403, "Forbidden")));
    t.add(new Draft("image", "GET", "https://a.example/").answered(answer(200, "OK")));
    assertEquals(t.record(), t.record().joined());
    assertEquals(Optional.of("::1"), t.record().peer("B.example", 80));
  }

  @Test
  void markedAnswerIsTheLanesWhereTheLaneSaysSo() {
    Traffic t = new Traffic().reached("a.example", 80, "192.0.2.7");
    t.unreached("a.example", 80, "the peer closed without an answer");
    t.add(
        new Draft("image", "GET", "http://a.example/")
            .answered(answer(502, "Bad Gateway", header("Affiant-Failure", "peer"))));
    t.add(new Draft("image", "GET", "http://a.example/2").answered(answer(200, "OK")));
    NetworkRecord joined = t.record().joined();
    assertEquals(Ending.FAILED, joined.exchanges().get(0).ending());
    assertEquals("the peer closed without an answer", joined.exchanges().get(0).failure());
    assertEquals(Ending.FINISHED, joined.exchanges().get(1).ending());
    assertEquals(joined, joined.joined());
  }

  @Test
  void serverCannotHideItsAnswerBehindTheLanesMark() {
    Traffic t = new Traffic().reached("a.example", 80, "192.0.2.7");
    t.add(
        new Draft("image", "GET", "http://a.example/")
            .answered(answer(403, "Forbidden", header("Affiant-Policy", "NET-2"))));
    assertEquals(t.record(), t.record().joined());
  }

  @Test
  void tunnelThatWasDeniedLaterIsBlocked() {
    Traffic t = new Traffic().reached("a.example", 443, "192.0.2.7");
    t.denied("a.example", 443, "NET-9", "the lane is spent");
    t.add(
        new Draft("image", "GET", "https://a.example/")
            .ended(Ending.FAILED, "net::ERR_TUNNEL_CONNECTION_FAILED"));
    NetworkRecord joined = t.record().joined();
    assertEquals("NET-9: the lane is spent", joined.exchanges().get(0).failure());
    assertEquals(Ending.BLOCKED, joined.exchanges().get(0).ending());
    assertEquals(joined, joined.joined());
  }

  @Test
  void hopsOfOneChainAreLinked() {
    Traffic t = new Traffic();
    t.add(new Draft("document", "GET", "http://a/").id("7").ended(Ending.REDIRECTED, ""));
    t.add(new Draft("image", "GET", "http://a/i").id("8").answered(answer(200, "OK")));
    t.add(
        new Draft("document", "GET", "http://a/b")
            .id("7")
            .answered(answer(200, "OK", header("A", "b"))));
    StringBuilder told = new StringBuilder();
    t.record().hops((one, next) -> told.append(one.seq()).append('>').append(next.seq()));
    assertEquals("0>2", told.toString());
  }
}
