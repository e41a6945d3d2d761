package dev.affiant.engine;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/**
 * A page with every kind of traffic, and what its server sent for each: the bytes to find again.
 */
public final class Zoo {
  public final Map<String, byte[]> sent = new TreeMap<>();

  /** Puts the page at {@code /zoo} of every host. */
  public Zoo(TinyWeb web) {
    text(web, "/zoo", "text/html; charset=utf-8", PAGE);
    text(web, "/frame", "text/html", "<p>frame <iframe src='http://third.lab/inner'></iframe>");
    text(web, "/inner", "text/html", "<p>inner <img src='/in.png'>");
    text(web, "/worker.js", "text/javascript", WORKER);
    text(web, "/imported.js", "text/javascript", "self.imported = 'é';");
    text(web, "/from-worker", "text/plain", "asked by a worker");
    text(web, "/shared.js", "text/javascript", "onconnect = e => fetch('/from-shared');");
    text(web, "/from-shared", "text/plain", "asked by a shared worker");
    text(web, "/in-srcdoc.js", "text/javascript", "// in srcdoc");
    text(web, "/post", "text/plain", "thanks");
    put(web, "/cyrillic.txt", "text/plain; charset=windows-1251", bytes("Привет", "windows-1251"));
    put(web, "/odd.js", "text/javascript", new byte[] {'/', '/', (byte) 0xff, (byte) 0xfe, '\n'});
    put(web, "/a.png", "image/png", png(400, 300));
    put(web, "/in.png", "image/png", png(40, 30));
    put(web, "/broken.png", "image/png", noise(6_000));
    put(web, "/big.bin", "application/octet-stream", noise(5_000_000));
    chunked(web);
    zipped(web);
    ends(web);
    socket(web);
  }

  private void text(TinyWeb web, String path, String type, String text) {
    put(web, path, type, text.getBytes(StandardCharsets.UTF_8));
  }

  private void put(TinyWeb web, String path, String type, byte[] body) {
    sent.put(path, body);
    web.on(
        path,
        (asked, in, out) ->
            TinyWeb.send(
                out,
                "200 OK",
                "Content-Type: " + type + "\r\nAccess-Control-Allow-Origin: *",
                body));
  }

  private void chunked(TinyWeb web) {
    sent.put("/chunked", "onetwo".getBytes(StandardCharsets.UTF_8));
    web.on(
        "/chunked",
        (asked, in, out) -> {
          TinyWeb.head(
              out, "HTTP/1.1 200 OK", "Content-Type: text/plain", "Transfer-Encoding: chunked");
          out.write("3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          out.flush();
        });
  }

  private void zipped(TinyWeb web) {
    byte[] plain = "again and again ".repeat(2_000).getBytes(StandardCharsets.UTF_8);
    sent.put("/zipped", plain);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    web.on(
        "/zipped",
        (asked, in, out) ->
            TinyWeb.send(
                out,
                "200 OK",
                "Content-Type: text/plain\r\nContent-Encoding: gzip\r\nX-Twice: 1\r\nX-Twice: 2",
                packed.toByteArray()));
  }

  private void ends(TinyWeb web) {
    web.on("/204", (asked, in, out) -> TinyWeb.head(out, "HTTP/1.1 204 No Content"));
    web.on(
        "/head",
        (asked, in, out) ->
            TinyWeb.head(out, "HTTP/1.1 200 OK", "Content-Type: text/plain", "Content-Length: 10"));
    web.on(
        "/hop1",
        (asked, in, out) ->
            TinyWeb.send(out, "302 Found", "Location: /hop2\r\nX-Hop: 1", new byte[0]));
    web.on(
        "/hop2",
        (asked, in, out) ->
            TinyWeb.send(out, "301 Moved", "Location: /post\r\nX-Hop: 2", new byte[0]));
    web.on("/gone.png", (asked, in, out) -> out.close());
    web.on(
        "/slow",
        (asked, in, out) -> {
          TinyWeb.head(out, "HTTP/1.1 200 OK", "Content-Type: text/plain", "Content-Length: 9");
          out.write("part".getBytes(StandardCharsets.UTF_8));
          out.flush();
          in.read();
        });
    web.on(
        "/events",
        (asked, in, out) -> {
          TinyWeb.head(out, "HTTP/1.1 200 OK", "Content-Type: text/event-stream");
          out.write("data: one\n\n".getBytes(StandardCharsets.UTF_8));
          out.flush();
          in.read();
        });
    web.on(
        "/preflighted",
        (asked, in, out) ->
            TinyWeb.send(
                out,
                "200 OK",
                "Access-Control-Allow-Origin: *\r\nAccess-Control-Allow-Headers: x-odd",
                "ok".getBytes(StandardCharsets.UTF_8)));
    sent.put("/preflighted", "ok".getBytes(StandardCharsets.UTF_8));
  }

  private static void socket(TinyWeb web) {
    web.on(
        "/socket",
        (asked, in, out) -> {
          String key = asked.headers().getOrDefault("sec-websocket-key", "");
          TinyWeb.head(
              out,
              "HTTP/1.1 101 Switching Protocols",
              "Upgrade: websocket",
              "Connection: Upgrade",
              "Sec-WebSocket-Accept: " + accept(key));
          out.write(new byte[] {(byte) 0x81, 2, 'h', 'i', (byte) 0x82, 2, 0, 1});
          out.flush();
          while (in.read() >= 0) {
            // What the page says does not matter.
          }
        });
  }

  private static String accept(String key) {
    try {
      byte[] text =
          (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text, String charset) {
    return text.getBytes(Charset.forName(charset));
  }

  public static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(length).nextBytes(noise);
    return noise;
  }

  public static byte[] png(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static final String WORKER =
      """
      importScripts('/imported.js');
      fetch('/from-worker').then(r => r.text());
      """;

  private static final String PAGE =
      """
      <!doctype html><title>zoo</title>
      <img src="/a.png"><img src="/gone.png"><img src="/broken.png">
      <script src="/odd.js"></script>
      <iframe src="http://other.lab/frame"></iframe>
      <iframe srcdoc="<script src='http://a.lab/in-srcdoc.js'></script>"></iframe>
      <script>
      new Worker('/worker.js');
      new SharedWorker('/shared.js');
      new EventSource('/events');
      new WebSocket('ws://a.lab/socket').onmessage = e => e.target.send('back');
      navigator.serviceWorker && navigator.serviceWorker.register('/sw.js');
      fetch('/post', {method: 'POST', body: 'é=1&b=2'});
      for (const u of ['/chunked', '/zipped', '/cyrillic.txt', '/big.bin', '/hop1', '/204'])
        fetch(u).then(r => r.blob());
      fetch('/head', {method: 'HEAD'});
      const gaveUp = new AbortController();
      fetch('/slow?abort', {signal: gaveUp.signal}).then(() => gaveUp.abort());
      fetch('/slow');
      fetch('http://other.lab/preflighted', {headers: {'x-odd': '1'}});
      new Image().src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
      console.log('hello', {a: 1});
      setTimeout(() => { throw new Error('late') }, 1);
      </script>
      """;
}
