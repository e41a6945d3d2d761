package dev.affiant.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LaneLoadTest {
  private static final int BIG_BYTES = 50_000_000;

  @Test
  void bigBodiesPassInBothDirectionsWhole() throws Exception {
    try (Origin origin = new Origin(LaneLoadTest::big);
        Lane lane = Wire.lab(Map.of("a.lab", origin.address()))) {
      for (String start : new String[] {"", Wire.tunnel("a.lab:443")}) {
        try (Socket client = Wire.connect(lane)) {
          InputStream in = client.getInputStream();
          Wire.say(client, start);
          if (!start.isEmpty()) {
            Wire.head(in);
          }
          Wire.say(
              client,
              Wire.lines(
                  "POST http://a.lab/ HTTP/1.1", "Host: a.lab", "Content-Length: " + BIG_BYTES));
          pattern(client.getOutputStream());
          assertTrue(Wire.head(in).startsWith("HTTP/1.1 200 OK"));
          assertEquals(BIG_BYTES, matching(in));
        }
      }
      assertTrue(
          lane.log().stream().allMatch(c -> c.bytesUp() > BIG_BYTES && c.bytesDown() > BIG_BYTES));
    }
  }

  @Test
  void twoHundredConnectionsAtOnceAreAllServed() throws Exception {
    int many = 200;
    CountDownLatch together = new CountDownLatch(many);
    Origin.Handler meeting =
        (origin, in, out) -> {
          origin.head(in);
          together.countDown();
          try {
            together.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          out.write(Origin.ok("z".repeat(20_000)).getBytes(StandardCharsets.US_ASCII));
        };
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try (Origin origin = new Origin(meeting);
        Lane lane = Wire.lab(Map.of("a.lab", origin.address()))) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        answers.add(threads.submit(() -> Wire.talk(lane, Wire.get("a.lab", "/"))));
      }
      for (Future<String> answer : answers) {
        assertEquals(Origin.ok("z".repeat(20_000)), answer.get());
      }
      assertEquals(many, lane.log().size());
    } finally {
      threads.shutdownNow();
    }
  }

  private static void big(Origin origin, InputStream in, OutputStream out) throws IOException {
    origin.head(in);
    assertEquals(BIG_BYTES, matching(in));
    out.write(
        Wire.lines("HTTP/1.1 200 OK", "Content-Length: " + BIG_BYTES)
            .getBytes(StandardCharsets.US_ASCII));
    pattern(out);
  }

  private static void pattern(OutputStream out) throws IOException {
    byte[] piece = new byte[50_000];
    for (int at = 0; at < BIG_BYTES; at += piece.length) {
      for (int i = 0; i < piece.length; i++) {
        piece[i] = (byte) ((at + i) * 31);
      }
      out.write(piece);
    }
  }

  /** How many bytes came as they were sent. */
  private static int matching(InputStream in) throws IOException {
    byte[] piece = new byte[50_000];
    int at = 0;
    while (at < BIG_BYTES) {
      int count = in.read(piece, 0, Math.min(piece.length, BIG_BYTES - at));
      for (int i = 0; i < count; i++) {
        if (piece[i] != (byte) ((at + i) * 31)) {
          return at + i;
        }
      }
      if (count < 0) {
        return at;
      }
      at += count;
    }
    return at;
  }
}
