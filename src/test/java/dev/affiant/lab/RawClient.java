package dev.affiant.lab;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client of raw sockets, for answers that no decent client accepts. */
final class RawClient {
  private RawClient() {}

  /** What comes for this GET until the server closes, or until so many bytes have come. */
  static String get(InetSocketAddress lab, String host, String target, int enough)
      throws IOException {
    return say(
        lab,
        "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n",
        enough);
  }

  static String say(InetSocketAddress lab, String text, int enough) throws IOException {
    try (Socket socket = new Socket(lab.getAddress(), lab.getPort())) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      ByteArrayOutputStream got = new ByteArrayOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream(), 65_536);
      while (got.size() < enough) {
        int one = in.read();
        if (one < 0) {
          break;
        }
        got.write(one);
      }
      return got.toString(StandardCharsets.ISO_8859_1);
    }
  }
}
