package dev.affiant.engine;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The whole web behind one loopback port: a proxy that is every host's server as well. Pages are
 * put by path; a tunnel that is asked for leads to the same pages.
 */
public final class TinyWeb implements AutoCloseable {
  private final ServerSocket server;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** Answers one request, down to the bytes. */
  @FunctionalInterface
  public interface Page {
    void answer(Asked asked, InputStream in, OutputStream out) throws IOException;
  }

  /** One request as it came. */
  public record Asked(
      String method, String host, String path, Map<String, String> headers, String body) {}

  public TinyWeb() {
    try {
      server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public TinyWeb on(String path, Page page) {
    pages.put(path, page);
    return this;
  }

  public TinyWeb html(String path, String html) {
    return bytes(path, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  public TinyWeb script(String path, String source) {
    return bytes(path, "text/javascript", source.getBytes(StandardCharsets.UTF_8));
  }

  public TinyWeb bytes(String path, String type, byte[] body) {
    return on(path, (asked, in, out) -> send(out, "200 OK", "Content-Type: " + type, body));
  }

  /** Writes a whole answer. */
  public static void send(OutputStream out, String status, String headers, byte[] body)
      throws IOException {
    String head =
        "HTTP/1.1 " + status + "\r\n" + headers + "\r\nContent-Length: " + body.length + "\r\n";
    out.write((head + "Cache-Control: no-store\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
  }

  /** Writes an answer's head only, as it stands. */
  public static void head(OutputStream out, String... lines) throws IOException {
    out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        daemon(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      boolean more = true;
      while (more) {
        more = one(in, out);
      }
    } catch (IOException e) {
      // The browser hung up, as browsers do.
    } finally {
      open.remove(socket);
    }
  }

  private boolean one(InputStream in, OutputStream out) throws IOException {
    List<String> head = readHead(in);
    if (head.isEmpty()) {
      return false;
    }
    String[] first = head.get(0).split(" ", 3);
    if (first[0].equals("CONNECT")) {
      head(out, "HTTP/1.1 200 OK");
      return true;
    }
    Map<String, String> headers = headers(head);
    URI uri = URI.create(first[1]);
    String host = uri.getHost() == null ? headers.getOrDefault("host", "") : uri.getHost();
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    Asked one = new Asked(first[0], host, path, headers, new String(in.readNBytes(length), UTF));
    asked.add(one);
    pages.getOrDefault(path, TinyWeb::missing).answer(one, in, out);
    return true;
  }

  private static void missing(Asked asked, InputStream in, OutputStream out) throws IOException {
    send(out, "404 Not Found", "Content-Type: text/plain", "no such page".getBytes(UTF));
  }

  private static final java.nio.charset.Charset UTF = StandardCharsets.UTF_8;

  private static Map<String, String> headers(List<String> head) {
    Map<String, String> headers = new TreeMap<>();
    for (String line : head.subList(1, head.size())) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static List<String> readHead(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        String text = line.toString().stripTrailing();
        if (text.isEmpty()) {
          return lines;
        }
        lines.add(text);
        line.setLength(0);
      } else {
        line.append((char) b);
      }
    }
    return List.of();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "tiny-web");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
