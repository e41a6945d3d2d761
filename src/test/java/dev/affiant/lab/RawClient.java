package dev.affiant.lab;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** A client of raw sockets, for answers that no decent client accepts. */
final class RawClient {
  private RawClient() {}

  /** What comes for this GET until the server closes, or until so many bytes have come. */
  static String get(InetSocketAddress lab, String host, String target, int enough)
      throws IOException {
    return read(lab, request(host, target), got -> got.size() >= enough);
  }

  /** What comes for this GET until the server closes, or until it ends with this sign. */
  static String until(InetSocketAddress lab, String host, String target, String sign)
      throws IOException {
    return read(
        lab,
        request(host, target),
        got -> got.toString(StandardCharsets.ISO_8859_1).endsWith(sign));
  }

  /** What comes for these bytes until the server closes. */
  static String say(InetSocketAddress lab, String text) throws IOException {
    return read(lab, text, got -> false);
  }

  private static String request(String host, String target) {
    return "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
  }

  private static String read(
      InetSocketAddress lab, String text, Predicate<ByteArrayOutputStream> enough)
      throws IOException {
    try (Socket socket = new Socket(lab.getAddress(), lab.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      ByteArrayOutputStream got = new ByteArrayOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream(), 65_536);
      int one = 0;
      while (one >= 0 && !enough.test(got)) {
        one = in.read();
        if (one >= 0) {
          got.write(one);
        }
      }
      return got.toString(StandardCharsets.ISO_8859_1);
    }
  }
}
