package dev.affiant.egress;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of raw bytes on loopback, for tests. */
final class Origin implements AutoCloseable {
  private final ServerSocket door;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Handler handler;
  private final CountDownLatch closed = new CountDownLatch(1);
  final AtomicInteger connections = new AtomicInteger();
  final List<String> heads = new CopyOnWriteArrayList<>();

  /** Serves one connection. */
  interface Handler {
    void serve(Origin origin, InputStream in, OutputStream out) throws IOException;
  }

  Origin(Handler handler) throws IOException {
    this(InetAddress.getLoopbackAddress(), handler);
  }

  Origin(InetAddress address, Handler handler) throws IOException {
    this.handler = handler;
    door = new ServerSocket(0, 512, address);
    start(this::accept);
  }

  /** Answers every request of a connection in the same way. */
  static Origin answering(String answer) throws IOException {
    return new Origin(
        (origin, in, out) -> {
          while (!origin.head(in).isEmpty()) {
            out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
          }
        });
  }

  static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  InetSocketAddress address() {
    return new InetSocketAddress(door.getInetAddress(), door.getLocalPort());
  }

  /** Reads a head, keeps it, and returns it; empty at the end of the stream. */
  String head(InputStream in) throws IOException {
    String head = Wire.head(in);
    if (!head.isEmpty()) {
      heads.add(head);
    }
    return head;
  }

  /** Waits until the test is over. */
  void untilClosed() throws IOException {
    try {
      closed.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Breaks every connection off, so that the other side sees a reset. */
  void reset() throws IOException {
    for (Socket socket : sockets) {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket socket = door.accept();
        sockets.add(socket);
        connections.incrementAndGet();
        start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      handler.serve(this, in, socket.getOutputStream());
    } catch (IOException e) {
      // the other side went, which tests of hostile peers expect
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "origin");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    door.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
