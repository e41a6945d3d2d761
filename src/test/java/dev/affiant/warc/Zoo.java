package dev.affiant.warc;

import static dev.affiant.network.Traffic.answer;
import static dev.affiant.network.Traffic.header;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Sha256;
import dev.affiant.network.Answer;
import dev.affiant.network.Ending;
import dev.affiant.network.Tls;
import dev.affiant.network.Traffic;
import dev.affiant.network.Traffic.Draft;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One of every kind of exchange. */
final class Zoo {
  static final CaptureId CAPTURE = CaptureId.parse("019ab3c2-7f10-7abc-8def-0123456789ab");
  static final WarcFacts FACTS =
      new WarcFacts(
          CAPTURE, Traffic.BEGAN, "Affiant/0.1.0", Optional.of("Affiant/0.1.0 test"), false);

  private Zoo() {}

  static byte[] write(Traffic traffic) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      WarcFile.write(FACTS, traffic.record(), traffic, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static Traffic traffic() {
    Traffic t = new Traffic();
    t.reached("a.example", 443, "192.0.2.7").reached("b.example", 8080, "2001:db8::7");
    t.denied("127.0.0.1", 22, "NET-2", "127.0.0.1 is loopback");
    t.unreached("down.example", 443, "connection refused");
    Tls tls = new Tls("TLS 1.3", "AES_128_GCM", "X25519", chain(t));
    pages(t, tls);
    odd(t, tls);
    ends(t, tls);
    return t;
  }

  private static List<Sha256> chain(Traffic t) {
    return List.of(
        t.keep("leaf der".getBytes(StandardCharsets.UTF_8)).sha256(),
        t.keep("root der".getBytes(StandardCharsets.UTF_8)).sha256());
  }

  private static void pages(Traffic t, Tls tls) {
    t.add(
        new Draft("document", "GET", "https://a.example/old?b=2&a=1")
            .answered(
                answer(302, "Found", header("Location", "/"), header("Content-Length", "154")))
            .without("not available from the browser for a redirect")
            .over(tls)
            .ended(Ending.REDIRECTED, ""));
    t.add(
        new Draft("document", "GET", "https://a.example/")
            .sending(
                header(":authority", "a.example"),
                header(":method", "GET"),
                header("accept", "text/html"))
            .answered(
                new Answer(
                    200,
                    "",
                    List.of(
                        header("content-type", "text/html; charset=utf-8"),
                        header("content-encoding", "br"),
                        header("set-cookie", "a=1"),
                        header("set-cookie", "b=2")),
                    "h2",
                    false))
            .with(
                t.body(
                    "<!doctype html><title>Hello</title>".getBytes(StandardCharsets.UTF_8),
                    Extent.WHOLE,
                    31))
            .over(tls));
    t.add(
        new Draft("image", "GET", "http://b.example:8080/p%20q.png")
            .answered(
                answer(
                    200,
                    "OK",
                    header("Content-Type", "image/png"),
                    header("Transfer-Encoding", "chunked")))
            .with(t.body(noise(40_000), Extent.WHOLE, 40_011)));
    t.add(
        new Draft("fetch", "POST", "https://a.example/api?x=1")
            .sending(
                header("Content-Type", "application/x-www-form-urlencoded"),
                header("Content-Length", "7"))
            .sending(t.body("k=v&w=1"))
            .answered(answer(201, "Created", header("Content-Type", "application/json")))
            .with(t.body("{\"ok\":true}"))
            .over(tls));
  }

  private static void odd(Traffic t, Tls tls) {
    t.add(
        new Draft("script", "GET", "https://a.example/s.js")
            .answered(
                answer(
                    200,
                    "OK\r\nX: y",
                    header("X-Odd", "a\r\nInjected: 1\u0000\u00e9"),
                    header("bad name", "x"),
                    header("Content-Type", "text/javascript")))
            .with(t.body("let a"))
            .over(tls));
    t.add(
        new Draft("fetch", "HEAD", "https://a.example/h")
            .answered(answer(200, "OK", header("Content-Length", "5000")))
            .without("an answer to HEAD has none")
            .over(tls));
    t.add(
        new Draft("fetch", "GET", "https://a.example/none")
            .answered(answer(204, "No Content"))
            .without("204 has none")
            .over(tls));
    t.add(
        new Draft("websocket", "GET", "wss://a.example/chat")
            .answered(answer(101, "Switching Protocols", header("Upgrade", "websocket")))
            .with(t.body("{\"sent\":\"hi\"}\n"))
            .over(tls)
            .ended(Ending.OPEN, ""));
  }

  private static void ends(Traffic t, Tls tls) {
    t.add(
        new Draft("eventsource", "GET", "https://a.example/events")
            .answered(answer(200, "OK", header("Content-Type", "text/event-stream")))
            .with(t.body("data: 1\n\n".getBytes(StandardCharsets.UTF_8), Extent.TIME, 9))
            .over(tls)
            .ended(Ending.OPEN, ""));
    t.add(
        new Draft("fetch", "GET", "http://127.0.0.1:22/")
            .answered(answer(403, "Forbidden", header("X-Lane", "denied")))
            .with(t.body("denied by the lane")));
    t.add(
        new Draft("image", "GET", "https://down.example/x.png")
            .ended(Ending.FAILED, "net::ERR_TUNNEL_CONNECTION_FAILED"));
    t.add(
        new Draft("script", "GET", "https://a.example/gone.js")
            .ended(Ending.ABORTED, "net::ERR_ABORTED"));
    t.add(new Draft("image", "GET", "data:image/png;base64,AAAA").answered(answer(200, "OK")));
  }

  /** Bytes that do not shrink, the same each time. */
  static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new java.util.Random(7).nextBytes(bytes);
    return bytes;
  }
}
