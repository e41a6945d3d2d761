package dev.affiant.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.network.Connection;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LaneTest {

  @Test
  void aRequestArrivesInOriginFormAndOtherwiseUntouched() throws Exception {
    try (Origin origin = Origin.answering(Origin.ok("hello"));
        Lane lane = Wire.lab(Map.of("a.lab", origin.address()))) {
      String odd = "X-ODD:  a\tb\u00e9 ";
      String first = "GET http://a.lab/x?y=%20 HTTP/1.1";
      String answer =
          Wire.talk(
              lane,
              Wire.lines(
                  first, "Host: a.lab", odd, "Proxy-Connection: keep-alive", "a: 1", "a: 2"));
      assertEquals(Origin.ok("hello"), answer);
      assertEquals(
          Wire.lines("GET /x?y=%20 HTTP/1.1", "Host: a.lab", odd, "a: 1", "a: 2"),
          origin.heads.get(0));
      Connection line = lane.log().get(0);
      assertEquals("a.lab", line.host());
      assertEquals("127.0.0.1", line.peer().orElseThrow());
      assertEquals(Origin.ok("hello").length(), line.bytesDown());
      assertFalse(line.tunnel() || line.movedOn() || line.denied().isPresent());
      assertTrue(line.endedAt().isPresent());
    }
  }

  @Test
  void answersAreCarriedByteForByteHoweverBroken() throws Exception {
    byte[] noise = new byte[70_000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (i * 31);
    }
    String[] answers = {
      "HTTP/1.1 200 OK\nno: crlf\n\nbody",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nnot a chunk",
      "HTTP/1.1 200 OK\r\nX\u0000Y\u00ff: \u0001\r\n\r\nx",
      "ICY 200\r\n\r\n" + new String(noise, StandardCharsets.ISO_8859_1),
      "HTTP/1.1 200 OK\r\nX: " + "h".repeat(1_000_000) + "\r\n\r\n",
    };
    for (String answer : answers) {
      Origin.Handler once =
          (self, in, out) -> {
            self.head(in);
            out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
          };
      try (Origin origin = new Origin(once);
          Lane lane = Wire.lab(Map.of("a.lab", origin.address()))) {
        assertEquals(answer, Wire.talk(lane, Wire.get("a.lab", "/")));
      }
    }
  }

  @Test
  void oneConnectionServesManyRequestsOverOneUpstream() throws Exception {
    try (Origin origin = Origin.answering(Origin.ok("x"));
        Lane lane = Wire.lab(Map.of("a.lab", origin.address()));
        Socket client = Wire.connect(lane)) {
      for (int i = 0; i < 20; i++) {
        Wire.say(client, Wire.get("a.lab", "/" + i));
        assertEquals(Origin.ok("x"), Wire.read(client.getInputStream(), Origin.ok("x").length()));
      }
      assertEquals(1, origin.connections.get());
      assertEquals(1, lane.log().size());
    }
  }

  @Test
  void pipelinedRequestsToDifferentHostsAreAnsweredInOrder() throws Exception {
    try (Origin a = Origin.answering(Origin.ok("from a"));
        Origin b = Origin.answering(Origin.ok("from b"));
        Lane lane = Wire.lab(Map.of("a.lab", a.address(), "b.lab", b.address()))) {
      String asked =
          Wire.get("a.lab", "/1")
              + Wire.get("a.lab", "/2")
              + Wire.get("b.lab", "/3")
              + Wire.get("a.lab", "/4");
      assertEquals(
          Origin.ok("from a") + Origin.ok("from a") + Origin.ok("from b") + Origin.ok("from a"),
          Wire.talk(lane, asked));
      assertEquals(3, lane.log().size());
    }
  }

  @Test
  void anUnfinishedAnswerIsNeverFollowedByAnother() throws Exception {
    Origin.Handler half =
        (origin, in, out) -> {
          origin.head(in);
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"
                  .getBytes(StandardCharsets.US_ASCII));
          assertEquals(-1, in.read());
          origin.untilClosed();
        };
    try (Origin a = new Origin(half);
        Origin b = Origin.answering(Origin.ok("from b"));
        Lane lane = Wire.lab(Map.of("a.lab", a.address(), "b.lab", b.address()));
        Socket client = Wire.connect(lane)) {
      Wire.say(client, Wire.get("a.lab", "/1") + Wire.get("b.lab", "/2"));
      assertThrows(IOException.class, () -> Wire.all(client));
      assertEquals(0, b.connections.get());
    }
  }

  @Test
  void bodiesOfEitherKindArriveAndTheNextRequestIsFound() throws Exception {
    StringBuilder bodies = new StringBuilder();
    Origin.Handler reading =
        (origin, in, out) -> {
          origin.head(in);
          bodies.append(Wire.read(in, 5)).append('|');
          origin.head(in);
          bodies.append(Wire.read(in, "4\r\nWiki\r\n3;x=y\r\nped\r\n0\r\nT: 1\r\n\r\n".length()));
          origin.head(in);
          out.write(Origin.ok("done").getBytes(StandardCharsets.US_ASCII));
        };
    try (Origin origin = new Origin(reading);
        Lane lane = Wire.lab(Map.of("a.lab", origin.address()))) {
      String post = "POST http://a.lab/ HTTP/1.1\r\nHost: a.lab\r\n";
      String answer =
          Wire.talk(
              lane,
              post
                  + "Content-Length: 5\r\n\r\nhello"
                  + post
                  + "Transfer-Encoding: chunked\r\n\r\n4\r\nWiki\r\n3;x=y\r\nped\r\n0\r\nT: 1\r\n\r\n"
                  + Wire.get("a.lab", "/last"));
      assertEquals(Origin.ok("done"), answer);
      assertEquals("hello|4\r\nWiki\r\n3;x=y\r\nped\r\n0\r\nT: 1\r\n\r\n", bodies.toString());
      assertTrue(origin.heads.get(2).startsWith("GET /last "));
    }
  }

  @Test
  void aContinueComesBeforeTheBodyIsSent() throws Exception {
    Origin.Handler asking =
        (origin, in, out) -> {
          origin.head(in);
          out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          assertEquals("body!", Wire.read(in, 5));
          out.write(Origin.ok("thanks").getBytes(StandardCharsets.US_ASCII));
        };
    try (Origin origin = new Origin(asking);
        Lane lane = Wire.lab(Map.of("a.lab", origin.address()));
        Socket client = Wire.connect(lane)) {
      String put = "PUT http://a.lab/ HTTP/1.1";
      Wire.say(client, Wire.lines(put, "Host: a.lab", "Expect: 100-continue", "Content-Length: 5"));
      assertEquals("HTTP/1.1 100 Continue\r\n\r\n", Wire.head(client.getInputStream()));
      Wire.say(client, "body!");
      assertEquals(Origin.ok("thanks"), Wire.all(client));
    }
  }

  @Test
  void aTunnelCarriesBothWaysAndHalfCloses() throws Exception {
    Origin.Handler echoAtEnd =
        (origin, in, out) ->
            out.write(
                ("got " + new String(in.readAllBytes(), StandardCharsets.US_ASCII))
                    .getBytes(StandardCharsets.US_ASCII));
    try (Origin origin = new Origin(echoAtEnd);
        Lane lane = Wire.lab(Map.of("a.lab", origin.address()));
        Socket client = Wire.connect(lane)) {
      Wire.say(client, Wire.tunnel("a.lab:443") + "early ");
      assertEquals(
          "HTTP/1.1 200 Connection Established\r\n\r\n", Wire.head(client.getInputStream()));
      Wire.say(client, "late");
      client.shutdownOutput();
      assertEquals("got early late", Wire.all(client));
      Connection line = lane.log().get(0);
      assertTrue(line.tunnel());
      assertEquals(443, line.port());
      assertEquals(10, line.bytesUp());
      assertEquals(14, line.bytesDown());
    }
  }

  @Test
  void aSocketUpgradesThroughTheRelayAndTheTunnel() throws Exception {
    Origin.Handler echo =
        (origin, in, out) -> {
          String head = origin.head(in);
          assertTrue(head.startsWith("GET /ws HTTP/1.1\r\n"), head);
          out.write("HTTP/1.1 101 Switching Protocols\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          in.transferTo(out);
        };
    String upgrade =
        " HTTP/1.1\r\nHost: a.lab\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    try (Origin origin = new Origin(echo);
        Lane lane = Wire.lab(Map.of("a.lab", origin.address()))) {
      for (String opening :
          new String[] {
            "GET ws://a.lab/ws" + upgrade, Wire.tunnel("a.lab:80") + "GET /ws" + upgrade
          }) {
        try (Socket client = Wire.connect(lane)) {
          Wire.say(client, opening);
          String head = Wire.head(client.getInputStream());
          if (head.startsWith("HTTP/1.1 200")) {
            head = Wire.head(client.getInputStream());
          }
          assertTrue(head.startsWith("HTTP/1.1 101"), head);
          Wire.say(client, "GET http://evil/ frames are not requests \r\n\r\n");
          client.shutdownOutput();
          assertEquals("GET http://evil/ frames are not requests \r\n\r\n", Wire.all(client));
        }
      }
    }
  }

  @Test
  void aRefusedUpgradeLeavesTheConnectionAtHttp() throws Exception {
    try (Origin origin = Origin.answering(Origin.ok("no"));
        Lane lane = Wire.lab(Map.of("a.lab", origin.address()))) {
      String upgrade = "GET ws://a.lab/ws HTTP/1.1\r\nHost: a.lab\r\nUpgrade: websocket\r\n\r\n";
      assertEquals(
          Origin.ok("no") + Origin.ok("no"), Wire.talk(lane, upgrade + Wire.get("a.lab", "/2")));
      assertTrue(origin.heads.get(1).startsWith("GET /2 HTTP/1.1\r\n"));
    }
  }

  @Test
  void aBrokenConnectionIsBrokenForTheBrowserToo() throws Exception {
    Origin.Handler reset =
        (origin, in, out) -> {
          origin.head(in);
          out.write("HTTP/1.1 200 OK\r\n\r\nsome".getBytes(StandardCharsets.US_ASCII));
          origin.reset();
        };
    try (Origin origin = new Origin(reset);
        Lane lane = Wire.lab(Map.of("a.lab", origin.address()));
        Socket client = Wire.connect(lane)) {
      Wire.say(client, Wire.get("a.lab", "/"));
      assertThrows(IOException.class, () -> Wire.all(client));
    }
  }

  @Test
  void closingBreaksOffWhateverIsUnderWay() throws Exception {
    Origin.Handler endless =
        (origin, in, out) -> {
          origin.head(in);
          in.read();
        };
    try (Origin origin = new Origin(endless)) {
      Lane lane = Wire.lab(Map.of("a.lab", origin.address()));
      try (Socket tunnel = Wire.connect(lane);
          Socket plain = Wire.connect(lane)) {
        Wire.say(tunnel, Wire.tunnel("a.lab:443"));
        Wire.head(tunnel.getInputStream());
        Wire.say(plain, Wire.get("a.lab", "/"));
        long start = System.nanoTime();
        lane.close();
        assertThrows(IOException.class, () -> Wire.all(tunnel));
        assertTrue(System.nanoTime() - start < 1_000_000_000L);
        assertTrue(lane.log().stream().allMatch(line -> line.endedAt().isPresent()));
        assertThrows(ConnectException.class, () -> Wire.connect(lane));
        lane.close();
      }
    }
  }
}
