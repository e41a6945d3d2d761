package dev.affiant.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabServerTest {
  private static final String SITE =
      """
      about: everything once
      hosts: {a.lab: good, bad.lab: other-ca, old.lab: expired, odd.lab: wrong-name, own.lab: self-signed}
      routes:
        - {path: /hello, body: "<p>hello</p>", headers: {X-Twice: [one, two]}}
        - {path: /gone, status: 410, body: gone}
        - {path: /away, redirect: /hello}
        - {path: /hops, hops: {count: 3, then: /hello}}
        - {path: /post, methods: [POST], status: 201, body: made}
        - {path: /nothing, status: 204}
        - {path: /turns, turns: [{body: first}, {status: 410, body: second}]}
        - {path: /chunks, framing: chunked, body: [one, {wait: 10ms}, two]}
        - {path: /close, framing: close, body: bye}
        - {path: /endless, type: text/event-stream, body: [{repeat: "data: x\\n\\n", every: 10ms}]}
        - {path: /pattern, body: [{pattern: 3MiB}]}
        - {path: /bomb, headers: {Content-Encoding: gzip}, body: [{bomb: 8}]}
        - {path: /coded, file: files/plain.txt, coding: gzip}
        - {path: /rows, body: "{{title}}\\n{{rows}}", vars: {title: Rows}, rows: {times: 3, from: 0, by: 100, each: "line {n}"}}
        - {path: /raw, raw: ["HTTP/1.1 200 OK\\r\\nX-Bad: \\x00\\xff\\r\\n\\r\\n", body]}
        - {path: /reset, raw: ["HTTP/1.1 200 OK\\r\\n", {reset: true}]}
        - {path: /hang, raw: ["HTTP/1.1 200 OK\\r\\n", {hang: true}]}
        - {path: /slow, delay: 50ms, body: late}
        - {path: /talk, socket: {say: [welcome], echo: true}}
        - {prefix: /any/, body: any}
      """;

  private static final String UPGRADE =
      lines(
          """
          GET /talk HTTP/1.1
          Host: a.lab
          Upgrade: websocket
          Connection: Upgrade
          Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
          Sec-WebSocket-Version: 13

          """);
  private static final String SWITCHED =
      lines(
          """
          HTTP/1.1 101 Switching Protocols
          Upgrade: websocket
          Connection: Upgrade
          Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=

          """);

  private static String lines(String text) {
    return text.replace("\n", "\r\n");
  }

  @TempDir private Path fixtures;
  private LabServer lab;

  @BeforeEach
  void start() throws IOException {
    Path files = Files.createDirectories(fixtures.resolve("a.lab/files"));
    Files.writeString(fixtures.resolve("a.lab/site.yaml"), SITE);
    Files.writeString(files.resolve("index.html"), "<h1>index</h1>");
    Files.writeString(files.resolve("plain.txt"), "plain");
    try (var out = new GZIPOutputStream(Files.newOutputStream(files.resolve("plain.txt.gz")))) {
      out.write("plain".getBytes(StandardCharsets.UTF_8));
    }
    lab = LabServer.start(fixtures, Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  private String get(String target) throws IOException {
    return RawClient.get(lab.address(), "a.lab", target, Integer.MAX_VALUE);
  }

  @Test
  void servesAnInlineBodyWithItsHeaders() throws IOException {
    String got = get("/hello");
    assertTrue(
        got.startsWith("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"), got);
    assertTrue(got.contains("X-Twice: one\r\nX-Twice: two\r\n"), got);
    assertTrue(got.endsWith("Content-Length: 12\r\nConnection: close\r\n\r\n<p>hello</p>"), got);
  }

  @Test
  void servesTheFilesOfASiteAtTheirOwnPaths() throws IOException {
    assertTrue(get("/").endsWith("\r\n\r\n<h1>index</h1>"));
    assertTrue(get("/plain.txt").endsWith("\r\n\r\nplain"));
    assertTrue(get("/../site.yaml").startsWith("HTTP/1.1 404"));
    assertTrue(get("/any/thing?x=1").endsWith("any"));
  }

  @Test
  void aHeadHasTheLengthButNoBody() throws IOException {
    String got =
        RawClient.say(
            lab.address(), "HEAD /hello HTTP/1.1\r\nHost: a.lab\r\nConnection: close\r\n\r\n");
    assertTrue(got.contains("Content-Length: 12\r\n"), got);
    assertTrue(got.endsWith("\r\n\r\n"), got);
  }

  @Test
  void oneConnectionServesSeveralRequests() throws IOException {
    String one = "GET /hello HTTP/1.1\r\nHost: a.lab\r\n\r\n";
    String last = "GET /gone HTTP/1.1\r\nHost: a.lab\r\nConnection: close\r\n\r\n";
    String got = RawClient.say(lab.address(), one + one + last);
    assertEquals(3, got.split("HTTP/1.1 ", -1).length - 1);
    assertTrue(got.endsWith("gone"));
  }

  @Test
  void statusesMethodsAndRedirectsAreAsTheSiteSays() throws IOException {
    assertTrue(get("/gone").startsWith("HTTP/1.1 410 Gone"));
    assertTrue(get("/away").contains("Location: /hello\r\n"));
    assertTrue(get("/nothing").startsWith("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"));
    assertTrue(get("/post").contains("Allow: POST"));
    assertTrue(get("/hops").contains("Location: /hops?hop=1\r\n"));
    assertTrue(get("/hops?hop=2").contains("Location: /hello\r\n"));
    assertTrue(RawClient.get(lab.address(), "no.lab", "/", 9999).startsWith("HTTP/1.1 421"));
  }

  @Test
  void aRouteMayAnswerDifferentlyEachTime() throws IOException {
    assertTrue(get("/turns").endsWith("first"));
    assertTrue(get("/turns").endsWith("second"));
    assertTrue(get("/turns").endsWith("second"));
  }

  @Test
  void framingIsChosenByTheSite() throws IOException {
    assertTrue(
        get("/chunks")
            .endsWith("chunked\r\nConnection: close\r\n\r\n3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n"));
    assertFalse(get("/close").contains("Content-Length"));
    assertTrue(get("/rows").endsWith("Rows\nline 0\nline 100\nline 200\n"));
    assertTrue(get("/slow").endsWith("late"));
  }

  @Test
  void rawAnswersGoOutByteByByte() throws IOException {
    assertEquals("HTTP/1.1 200 OK\r\nX-Bad: \u0000\u00ff\r\n\r\nbody", get("/raw"));
    assertThrows(SocketException.class, () -> get("/reset"));
    String hung = RawClient.get(lab.address(), "a.lab", "/hang", 17);
    assertEquals("HTTP/1.1 200 OK\r\n", hung);
  }

  @Test
  void anEndlessBodyGoesOnUntilTheClientLeaves() throws IOException {
    String got = RawClient.until(lab.address(), "a.lab", "/endless", "x\n\n\r\n9\r\ndata: x\n\n");
    assertTrue(got.contains("Transfer-Encoding: chunked"), got);
  }

  @Test
  void theLogProvesWhatWasAskedAndSent() throws IOException {
    RawClient.say(
        lab.address(),
        "POST http://a.lab/post?q HTTP/1.1\r\nHost: a.lab:80\r\nX-Test: yes\r\n"
            + "Connection: close\r\nContent-Length: 3\r\n\r\nabc");
    Heard heard = lab.requests().get(0);
    assertEquals("http://a.lab/post?q", heard.url());
    assertEquals("POST", heard.method());
    assertEquals("yes", heard.header("x-test").orElseThrow());
    assertEquals(Digest.of("abc".getBytes(StandardCharsets.UTF_8)), heard.body());
    Sent sent = lab.answers().get(0);
    assertEquals(1, sent.request());
    assertEquals(Digest.of("made".getBytes(StandardCharsets.UTF_8)), sent.body());
    assertTrue(sent.whole());
  }

  @Test
  void bodiesArePublishedAsSentAndDecoded() throws IOException {
    Published coded = lab.published("http://a.lab/coded").orElseThrow();
    assertEquals(Digest.of("plain".getBytes(StandardCharsets.UTF_8)), coded.decoded());
    assertFalse(coded.sent().equals(coded.decoded()));
    Published pattern = lab.published("http://a.lab/pattern").orElseThrow();
    byte[] body = body(get("/pattern"));
    assertEquals(Digest.of(body), pattern.sent());
    assertEquals(3 << 20, body.length);
    assertTrue(new String(body, StandardCharsets.US_ASCII).endsWith("000000000196607\n"));
    assertTrue(lab.published("http://a.lab/endless").isEmpty());
  }

  @Test
  void theBombIsAValidGzipOfItsZeros() throws IOException {
    Published bomb = lab.published("http://a.lab/bomb").orElseThrow();
    byte[] body = body(get("/bomb"));
    assertEquals(Digest.of(body), bomb.sent());
    byte[] zeros = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    assertEquals(Digest.of(zeros), bomb.decoded());
    assertEquals(8 << 20, zeros.length);
    assertTrue(body.length < 20_000, "length " + body.length);
  }

  private static byte[] body(String got) {
    return got.substring(got.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void theSamePortSpeaksTlsWithACertificateForEachHost() throws Exception {
    List<X509Certificate> chain = shake("a.lab");
    assertEquals(3, chain.size());
    assertEquals("CN=a.lab,O=Affiant lab", chain.get(0).getSubjectX500Principal().getName());
    assertEquals(
        List.of(List.of(2, "a.lab")), List.copyOf(chain.get(0).getSubjectAlternativeNames()));
    assertTrue(lab.requests().isEmpty());
    assertTrue(lab.caPem().startsWith("-----BEGIN CERTIFICATE-----\nMII"));
    assertEquals(44, lab.caSpkiSha256().length());
  }

  @Test
  void badCertificatesAreRefused() {
    for (String host : List.of("bad.lab", "old.lab", "odd.lab", "own.lab")) {
      assertThrows(SSLException.class, () -> shake(host), host);
    }
  }

  private List<X509Certificate> shake(String host) throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            lab.trusting()
                .getSocketFactory()
                .createSocket(lab.address().getAddress(), lab.address().getPort())) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName(host)));
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return List.of((X509Certificate[]) socket.getSession().getPeerCertificates());
    }
  }

  @Test
  void webSocketsSpeakFirstAndEcho() throws IOException {
    try (Socket socket = new Socket(lab.address().getAddress(), lab.address().getPort())) {
      socket.setSoTimeout(5000);
      send(socket, UPGRADE);
      assertEquals(SWITCHED, read(socket, SWITCHED.length()));
      assertEquals("\u0081\u0007welcome", read(socket, 9));
      send(socket, "\u0081\u0082\1\2\3\4" + (char) ('H' ^ 1) + (char) ('i' ^ 2)); // masked
      assertEquals("\u0081\u0002Hi", read(socket, 4));
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String read(Socket socket, int bytes) throws IOException {
    return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
  }

  @Test
  void closingEndsEveryConnection() throws IOException {
    try (Socket socket = new Socket(lab.address().getAddress(), lab.address().getPort())) {
      send(socket, "GET /hang HTTP/1.1\r\nHost: a.lab\r\n\r\n");
      assertEquals("HTTP/1.1 200 OK\r\n", read(socket, 17));
      lab.close();
      assertEquals(-1, socket.getInputStream().read());
    }
    assertThrows(IOException.class, () -> get("/hello"));
  }

  @Test
  void theHostMapNamesEveryHost() {
    assertEquals(5, lab.lab().hosts().size());
    assertEquals(lab.address(), lab.lab().at("a.lab").orElseThrow());
  }

  @Test
  void aWordThatTheReaderDoesNotKnowIsNamedWithItsPlace() throws IOException {
    Files.writeString(
        fixtures.resolve("a.lab/site.yaml"), "hosts: [a.lab]\nroutes:\n  - {path: /, bdy: x}\n");
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class, () -> LabServer.start(fixtures, Clock.systemUTC()));
    assertTrue(
        String.valueOf(wrong.getMessage()).endsWith("site.yaml: routes[0]: unknown word: bdy"));
  }
}
