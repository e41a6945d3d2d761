package dev.affiant.egress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.casefile.TargetUrl;
import dev.affiant.evidence.Deadline;
import dev.affiant.evidence.Extent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SmallGetTest {

  @Test
  void itAsksAsTheBrowserWouldAndKeepsTheBody() throws Exception {
    try (Origin origin = Origin.answering(Origin.ok("User-agent: *"));
        Lane lane = Wire.lab(Map.of("a.lab", origin.address()))) {
      Fetched.Answer answer = answer(get(lane, "http://a.lab/robots.txt?x#y", 1000));
      assertEquals(200, answer.status());
      assertArrayEquals("User-agent: *".getBytes(StandardCharsets.US_ASCII), answer.body());
      assertEquals(Extent.WHOLE, answer.extent());
      assertTrue(
          origin
              .heads
              .get(0)
              .startsWith(
                  "GET /robots.txt?x HTTP/1.1\r\nHost: a.lab\r\nUser-Agent: Affiant/0.1\r\n"));
      assertEquals(1, lane.log().size());
    }
  }

  @Test
  void chunksAreJoinedAndInterimAnswersPassedOver() throws Exception {
    String chunked =
        Wire.lines("HTTP/1.1 103 Early Hints", "Link: x")
            + Wire.lines("HTTP/1.1 404 Nope", "Transfer-Encoding: chunked")
            + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n";
    Fetched.Answer answer = answer(fetch(chunked, 1000));
    assertEquals(404, answer.status());
    assertArrayEquals("abcde".getBytes(StandardCharsets.US_ASCII), answer.body());
  }

  @Test
  void moreThanIsAskedForIsCutOff() throws Exception {
    for (String answer :
        new String[] {
          Origin.ok("0123456789"),
          "HTTP/1.1 200 OK\r\n\r\n0123456789",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\n0123456789\r\n0\r\n\r\n"
        }) {
      Fetched.Answer cut = answer(fetch(answer, 4));
      assertArrayEquals("0123".getBytes(StandardCharsets.US_ASCII), cut.body());
      assertEquals(Extent.LENGTH, cut.extent());
      assertEquals(Extent.WHOLE, answer(fetch(answer, 10)).extent());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "HTTP/1.1 200 OK\nX: y\n\n",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxy",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: y",
      })
  void whatIsNotHttpIsSaidToBeSo(String answer) throws Exception {
    assertEquals("protocol", assertInstanceOf(Fetched.Failed.class, fetch(answer, 1000)).code());
  }

  @Test
  void aHugeHeadEnds() throws Exception {
    String lines = "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(500) + "\r\n";
    assertInstanceOf(Fetched.Failed.class, fetch(lines, 1000));
  }

  @Test
  void aServerThatDripsIsLeftAtTheDeadline() throws Exception {
    Origin.Handler silent =
        (origin, in, out) -> {
          origin.head(in);
          out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
          origin.untilClosed();
        };
    try (Origin origin = new Origin(silent);
        Lane lane = Wire.lab(Map.of("a.lab", origin.address()))) {
      Deadline deadline = Deadline.in(Duration.ofMillis(200));
      Fetched got = lane.get(TargetUrl.parse("http://a.lab/"), "Affiant/0.1", 10, deadline);
      assertEquals("timeout", assertInstanceOf(Fetched.Failed.class, got).code());
      assertTrue(lane.log().get(0).why().startsWith("timeout: "));
    }
  }

  @Test
  void aHandshakeThatDripsIsLeftAtTheDeadline() throws Exception {
    Origin.Handler dripping =
        (origin, in, out) -> {
          out.write(new byte[] {22, 3, 3, 0x3f, 0}); // a record that is never whole
          while (true) {
            out.write(0);
            out.flush();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
          }
        };
    try (Origin origin = new Origin(dripping);
        Lane lane = Wire.lab(Map.of("a.lab", origin.address()))) {
      Deadline deadline = Deadline.in(Duration.ofMillis(300));
      Fetched got =
          assertTimeout(
              Duration.ofSeconds(5),
              () -> lane.get(TargetUrl.parse("https://a.lab/"), "Affiant/0.1", 10, deadline));
      assertEquals("timeout", assertInstanceOf(Fetched.Failed.class, got).code());
    }
  }

  @Test
  void theBoundaryHoldsForUsToo() throws Exception {
    try (Lane lane = Wire.live(Wire.nobody())) {
      Fetched inner = get(lane, "http://127.0.0.1/robots.txt", 10);
      assertEquals("NET-2", assertInstanceOf(Fetched.Denied.class, inner).rule());
      Fetched unknown = get(lane, "http://no.example/robots.txt", 10);
      assertEquals("dns", assertInstanceOf(Fetched.Failed.class, unknown).code());
    }
  }

  @Test
  void aServerWithoutTlsIsNotTakenForOneWithIt() throws Exception {
    try (Origin origin =
            new Origin(
                (o, in, out) ->
                    out.write("HTTP/1.1 400 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        Lane lane = Wire.lab(Map.of("a.lab", origin.address()))) {
      Fetched got = get(lane, "https://a.lab/", 10);
      assertEquals("tls", assertInstanceOf(Fetched.Failed.class, got).code());
    }
  }

  private static Fetched fetch(String answer, int most) throws IOException {
    Origin.Handler once =
        (origin, in, out) -> {
          origin.head(in);
          out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        };
    try (Origin origin = new Origin(once);
        Lane lane = Wire.lab(Map.of("a.lab", origin.address()))) {
      return get(lane, "http://a.lab/", most);
    }
  }

  private static Fetched get(Lane lane, String url, int most) {
    Deadline deadline = Deadline.in(Duration.ofSeconds(20));
    return lane.get(TargetUrl.parse(url), "Affiant/0.1", most, deadline);
  }

  private static Fetched.Answer answer(Fetched fetched) {
    return assertInstanceOf(Fetched.Answer.class, fetched);
  }
}
