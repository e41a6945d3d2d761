package dev.affiant.egress;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The server's side of one connection of the browser. What the server sends goes to the browser
 * byte for byte on a thread of its own; requests are written by the connection's thread.
 */
final class Upstream {
  private static final byte[] ESTABLISHED =
      "HTTP/1.1 200 Connection Established\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

  private final Traffic traffic;
  private final Socket client;
  private final Socket server;
  private final Crossing crossing;
  private final String host;
  private final int port;
  private final CountDownLatch done = new CountDownLatch(1);
  private final StatusWatch status = new StatusWatch();
  private boolean pumping;
  private volatile boolean retiring;

  Upstream(Traffic traffic, Socket client, Socket server, Crossing crossing, RequestHead head) {
    this.traffic = traffic;
    this.client = client;
    this.server = server;
    this.crossing = crossing;
    this.host = head.host();
    this.port = head.port();
  }

  /** Whether this request can go the same way as the one before. */
  boolean leadsTo(RequestHead head) {
    return !head.tunnels() && head.host().equals(host) && head.port() == port && !over();
  }

  boolean silent() {
    return over() || crossing.silentFor(traffic.patience().idle().toNanos());
  }

  private boolean over() {
    return done.getCount() == 0;
  }

  /** Joins both sides until both have said all, or one breaks off. */
  void tunnel(ByteSource source) throws IOException {
    client.getOutputStream().write(ESTABLISHED);
    startPump();
    byte[] early = source.rest();
    Pump up = Pump.up(traffic, crossing);
    if (!up.admits(early.length)) {
      breakOff();
      return;
    }
    server.getOutputStream().write(early);
    raw(up);
  }

  private void raw(Pump up) throws IOException {
    if (up.run(client, server.getOutputStream()) == Pump.Stop.BROKEN) {
      breakOff();
    } else {
      finish();
    }
    end();
  }

  /** Sends one request on; false when nothing can follow it on this connection. */
  boolean relay(RequestHead head, ByteSource source) throws IOException {
    startPump();
    crossing.nextAnswer();
    Pump up = Pump.up(traffic, crossing);
    if (head.upgrades()) {
      status.expect();
    }
    try {
      OutputStream to = new Counted(server.getOutputStream(), up);
      to.write(head.originForm());
      RequestBody.copy(head.length(), source, to);
    } catch (Gone e) {
      finish(); // the server wants no more, and may have answered already
      return false;
    } catch (ByteSource.Malformed e) {
      breakOff(); // the server has half a request, which nothing can mend
      return false;
    }
    if (head.upgrades() && status.switched()) {
      server.getOutputStream().write(source.rest());
      raw(up);
      return false;
    }
    return !over();
  }

  private void startPump() {
    if (!pumping) {
      pumping = true;
      traffic.start(this::pump);
    }
  }

  private void pump() {
    try {
      OutputStream to = status.over(client.getOutputStream());
      Pump.Stop stop = Pump.down(traffic, crossing).run(server, to);
      if (stop == Pump.Stop.BROKEN) {
        breakOff();
      } else if (!retiring) {
        crossing.answered();
        client.shutdownOutput();
      }
    } catch (IOException e) {
      breakOff();
    } finally {
      done.countDown();
      status.end();
    }
  }

  /** The browser has said all: the server may still answer. */
  void finish() {
    try {
      server.shutdownOutput();
      done.await();
    } catch (IOException e) {
      breakOff();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      breakOff();
    }
  }

  /**
   * Lets the server finish what it is answering, so that the next answer, of another host, cannot
   * fall into it. False when that cannot be known: then the browser must ask again.
   */
  boolean retire() {
    if (over()) {
      end();
      return false;
    }
    retiring = true;
    try {
      server.shutdownOutput();
      return done.await(traffic.patience().retire().toMillis(), TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      end();
    }
  }

  private void breakOff() {
    traffic.cut(client);
    traffic.cut(server);
  }

  void end() {
    traffic.drop(server);
    crossing.end();
  }

  /** The server takes nothing more. */
  static final class Gone extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    Gone(IOException cause) {
      super(cause);
    }
  }

  /** The way to the server: counted, and its failures told apart from the browser's. */
  private static final class Counted extends OutputStream {
    private final OutputStream to;
    private final Pump up;

    Counted(OutputStream to, Pump up) {
      this.to = to;
      this.up = up;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      try {
        if (!up.admits(length)) {
          throw new IOException("more than the capture may send");
        }
        to.write(bytes, from, length);
      } catch (IOException e) {
        throw new Gone(e);
      }
    }
  }
}
