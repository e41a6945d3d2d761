package dev.affiant.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.network.Connection;
import dev.affiant.policy.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class LaneDenialTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "[::1]",
        "169.254.169.254",
        "10.1.2.3",
        "2130706433",
        "0x7f.1",
        "localhost",
        "metadata.google.internal",
        "[::ffff:127.0.0.1]",
      })
  void aForbiddenHostIsAnsweredByUsWhateverTheForm(String host) throws Exception {
    String ws =
        "GET ws://" + host + "/ HTTP/1.1\r\nHost: " + host + "\r\nUpgrade: websocket\r\n\r\n";
    try (Lane lane = Wire.live(Wire.nobody())) {
      for (String asked : new String[] {Wire.get(host, "/"), ws, Wire.tunnel(host + ":443")}) {
        String answer = Wire.talk(lane, asked);
        assertTrue(
            answer.startsWith("HTTP/1.1 403 Forbidden\r\nAffiant-Policy: NET-2\r\n"), answer);
      }
      assertEquals(3, lane.log().size());
      for (Connection line : lane.log()) {
        assertEquals(Optional.of("NET-2"), line.denied());
        assertTrue(line.peer().isEmpty() && line.endedAt().isPresent() && !line.why().isEmpty());
      }
    }
  }

  @Test
  void aForbiddenPortIsDeniedByItsRule() throws Exception {
    try (Lane lane = Wire.live(Wire.nobody())) {
      assertTrue(Wire.talk(lane, Wire.tunnel("example.org:22")).contains("Affiant-Policy: NET-1"));
    }
  }

  @Test
  void oneBadAddressDeniesTheName() throws Exception {
    Resolver mixed = host -> List.of(loopback(1), loopback(2));
    try (Origin origin = Origin.answering(Origin.ok("reached"));
        Lane lane = Wire.lane(Wire.denying("127.0.0.2"), mixed, Wire.WIDE)) {
      String host = "a.example:" + origin.address().getPort();
      assertTrue(Wire.talk(lane, Wire.get(host, "/")).contains("Affiant-Policy: NET-2"));
      assertEquals(0, origin.connections.get());
      assertEquals(List.of("127.0.0.1", "127.0.0.2"), lane.log().get(0).resolved());
    }
  }

  @Test
  void aNameThatChangesItsAddressIsResolvedOnce() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Resolver rebinding = host -> List.of(asked.getAndIncrement() == 0 ? loopback(1) : loopback(2));
    try (Origin origin = Origin.answering(Origin.ok("first"));
        Lane lane = Wire.lane(Wire.OPEN, rebinding, Wire.WIDE)) {
      String host = "rebind.example:" + origin.address().getPort();
      for (int i = 0; i < 3; i++) {
        assertEquals(Origin.ok("first"), Wire.talk(lane, Wire.get(host, "/")));
      }
      assertEquals(1, asked.get());
      assertTrue(lane.log().stream().allMatch(c -> c.peer().equals(Optional.of("127.0.0.1"))));
    }
  }

  @Test
  void theNextAddressIsTriedAndKeptTo() throws Exception {
    Resolver two = host -> List.of(loopback(4), loopback(3));
    try (Origin origin = new Origin(loopback(3), (o, in, out) -> out.write(bytes(Origin.ok("x"))));
        Lane lane = Wire.lane(Wire.OPEN, two, Wire.WIDE)) {
      String host = "a.example:" + origin.address().getPort();
      assertEquals(Origin.ok("x"), Wire.talk(lane, Wire.get(host, "/")));
      assertEquals(Origin.ok("x"), Wire.talk(lane, Wire.get(host, "/")));
      for (Connection line : lane.log()) {
        assertTrue(line.movedOn());
        assertEquals(Optional.of("127.0.0.3"), line.peer());
      }
    }
  }

  @Test
  void failuresAreToldApart() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Resolver slow =
        host -> {
          if (host.equals("slow.example")) {
            await(never);
          }
          if (host.equals("here.example")) {
            return List.of(loopback(5));
          }
          throw new UnknownHostException(host);
        };
    int free = freePort();
    try (Lane lane = Wire.lane(Wire.OPEN, slow, Wire.WIDE)) {
      assertTrue(Wire.talk(lane, Wire.get("no.example", "/")).startsWith("HTTP/1.1 502 "));
      String refused = Wire.talk(lane, Wire.tunnel("here.example:" + free));
      assertTrue(refused.contains("Affiant-Failure: refused\r\n"), refused);
      String timeout = Wire.talk(lane, Wire.get("slow.example", "/"));
      assertTrue(timeout.startsWith("HTTP/1.1 504 "), timeout);
      assertTrue(timeout.contains("Affiant-Failure: timeout\r\n"), timeout);
      assertEquals("dns: no such host", lane.log().get(0).why());
      assertTrue(lane.log().get(1).why().startsWith("refused: 127.0.0.5 port " + free));
      assertTrue(lane.log().stream().allMatch(c -> c.denied().isEmpty() && c.peer().isEmpty()));
    } finally {
      never.countDown();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: a.lab\r\n\r\n",
        "GET https://a.lab/ HTTP/1.1\r\nHost: a.lab\r\n\r\n",
        "GET file:///etc/passwd HTTP/1.1\r\nHost: a.lab\r\n\r\n",
        "GET http://u@a.lab/ HTTP/1.1\r\nHost: a.lab\r\n\r\n",
        "GET http://a.lab/ HTTP/1.1\r\nHost: b.lab\r\n\r\n",
        "GET http://a.lab/ HTTP/1.1\r\n\r\n",
        "GET http://a.lab/ HTTP/1.1\r\nHost: a.lab\r\nHost: a.lab\r\n\r\n",
        "GET http://a.lab/ HTTP/2.0\r\nHost: a.lab\r\n\r\n",
        "GET http://a.lab/ HTTP/1.1 \r\nHost: a.lab\r\n\r\n",
        "GET http://a.lab/ HTTP/1.1\nHost: a.lab\n\n",
        "GET http://a.lab/ HTTP/1.1\r\nHost: a.lab\r\n folded\r\n\r\n",
        "GET http://a.lab/ HTTP/1.1\r\nHost : a.lab\r\n\r\n",
        "GET http://a.lab/ HTTP/1.1\r\nHost: a.lab\r\nX: a\rb\r\n\r\n",
        "GET http://a.lab/ HTTP/1.1\r\nHost: a.lab\r\nX: \u0000\r\n\r\n",
        "POST http://a.lab/ HTTP/1.1\r\nHost: a.lab\r\nContent-Length: -1\r\n\r\n",
        "POST http://a.lab/ HTTP/1.1\r\nHost: a.lab\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "POST http://a.lab/ HTTP/1.1\r\nHost: a.lab\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST http://a.lab/ HTTP/1.1\r\nHost: a.lab\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        "CONNECT a.lab HTTP/1.1\r\nHost: a.lab\r\n\r\n",
        "CONNECT a.lab:0 HTTP/1.1\r\nHost: a.lab:0\r\n\r\n",
        "\u0016\u0003\u0001 TLS\r\n\r\n",
        "nonsense\r\n\r\n",
      })
  void aMalformedRequestReachesNobody(String asked) throws Exception {
    try (Origin origin = Origin.answering(Origin.ok("reached"));
        Lane lane = Wire.lab(Map.of("a.lab", origin.address(), "b.lab", origin.address()))) {
      assertTrue(Wire.talk(lane, asked).startsWith("HTTP/1.1 400 "));
      assertEquals(0, origin.connections.get());
    }
  }

  @Test
  void aHugeHeadIsRefusedWithoutBeingKept() throws Exception {
    try (Origin origin = Origin.answering(Origin.ok("x"));
        Lane lane = Wire.lab(Map.of("a.lab", origin.address()))) {
      String start = "GET http://a.lab/ HTTP/1.1\r\nHost: a.lab\r\n";
      String line = start + "X: " + "x".repeat(70_000) + "\r\n\r\n";
      assertTrue(Wire.talk(lane, line).startsWith("HTTP/1.1 400 "));
      String lines = start + ("X: " + "x".repeat(60_000) + "\r\n").repeat(5) + "\r\n";
      assertTrue(Wire.talk(lane, lines).startsWith("HTTP/1.1 400 "));
      assertEquals(0, origin.connections.get());
    }
  }

  @Test
  void anAnswerBeyondTheCapIsBrokenOffUnderItsRule() throws Exception {
    Origin.Handler endless =
        (origin, in, out) -> {
          origin.head(in);
          while (true) {
            out.write(new byte[8192]);
          }
        };
    Resolver here = host -> List.of(loopback(1));
    try (Origin origin = new Origin(endless)) {
      String host = "a.example:" + origin.address().getPort();
      for (Limits limits :
          List.of(
              new Limits("NET-5", 1_000_000, 1L << 40, 9),
              new Limits("NET-5", 1L << 40, 1_000_000, 9))) {
        for (String asked : List.of(Wire.get(host, "/"), Wire.tunnel(host) + "x\r\n\r\n")) {
          try (Lane lane = Wire.lane(Wire.OPEN, here, limits);
              Socket client = Wire.connect(lane)) {
            Wire.say(client, asked);
            assertThrows(IOException.class, () -> Wire.all(client));
            assertEquals(Optional.of("NET-5"), lane.log().get(0).denied());
            assertTrue(lane.log().get(0).peer().isPresent());
            assertTrue(lane.log().get(0).bytesDown() < 1_100_000);
          }
        }
      }
    }
  }

  @Test
  void manySmallAnswersAreNotOneBigOne() throws Exception {
    Resolver here = host -> List.of(loopback(1));
    Limits limits = new Limits("NET-5", 1_000, 1L << 40, 9);
    try (Origin origin = Origin.answering(Origin.ok("y".repeat(400)));
        Lane lane = Wire.lane(Wire.OPEN, here, limits);
        Socket client = Wire.connect(lane)) {
      String host = "a.example:" + origin.address().getPort();
      String whole = Origin.ok("y".repeat(400));
      for (int i = 0; i < 10; i++) {
        Wire.say(client, Wire.get(host, "/"));
        assertEquals(whole, Wire.read(client.getInputStream(), whole.length()));
      }
    }
  }

  @Test
  void oneConnectionTooManyIsTurnedAway() throws Exception {
    Resolver here = host -> List.of(loopback(1));
    Limits limits = new Limits("NET-5", 1L << 40, 1L << 40, 3);
    try (Origin origin = new Origin((o, in, out) -> in.transferTo(out));
        Lane lane = Wire.lane(Wire.OPEN, here, limits)) {
      String host = "a.example:" + origin.address().getPort();
      List<Socket> open = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        open.add(Wire.connect(lane));
        Wire.say(open.get(i), Wire.tunnel(host));
        assertFalse(Wire.head(open.get(i).getInputStream()).isEmpty());
      }
      assertTrue(Wire.talk(lane, Wire.tunnel(host)).contains("Affiant-Policy: NET-5"));
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, loopback(5))) {
      return socket.getLocalPort();
    }
  }

  private static InetAddress loopback(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
