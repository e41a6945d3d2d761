package dev.affiant.egress;

import dev.affiant.casefile.TargetUrl;
import dev.affiant.evidence.Deadline;
import dev.affiant.network.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One capture's way out: an HTTP proxy on a loopback port of its own, so that each connection
 * belongs to one capture. It tunnels https and wss, relays http and ws, never reads an answer, and
 * answers what policy denies with a marked 403 and what the network fails with a marked 502 or 504:
 *
 * <pre>
 * HTTP/1.1 403 Forbidden
 * Affiant-Policy: NET-2
 * Affiant-Lane: 5b0e…
 *
 * HTTP/1.1 502 Bad Gateway
 * Affiant-Failure: dns
 * Affiant-Lane: 5b0e…
 * </pre>
 *
 * Any thread may ask for its log or close it.
 */
public final class Lane implements AutoCloseable {
  private static final int BACKLOG = 512;
  private final Traffic traffic;
  private final ServerSocket door;
  private final InetSocketAddress proxy;
  private final CountDownLatch acceptor = new CountDownLatch(1);

  Lane(Traffic traffic) {
    this.traffic = traffic;
    try {
      door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port to be had for the lane", e);
    }
    proxy = new InetSocketAddress(door.getInetAddress(), door.getLocalPort());
    traffic.start(this::accept);
  }

  /** Where a browser is pointed at. */
  public InetSocketAddress proxy() {
    return proxy;
  }

  /**
   * What the header {@code Affiant-Lane} of the lane's own answers says: 32 hex digits, new for
   * each lane. Whoever knows it can tell them from what a server sends.
   */
  public String mark() {
    return traffic.mark();
  }

  /** Everything that went through until now, or was denied, or failed. */
  public List<Connection> log() {
    return traffic.journal().log();
  }

  /**
   * Fetches something small for ourselves, through the same checks as the browser's requests.
   * Redirects are answers; nothing is followed.
   *
   * @param userAgent who asks: the browser's own words
   * @param maxBytes of the body, beyond which it is cut off
   */
  public Fetched get(TargetUrl url, String userAgent, int maxBytes, Deadline deadline) {
    return new SmallGet(traffic, userAgent, maxBytes, deadline).fetch(url);
  }

  /** Breaks off whatever is under way and gives the port back. */
  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lane's port cannot be closed", e);
    } finally {
      traffic.close();
      awaitAcceptor();
    }
  }

  /** While a thread is in accept, the kernel takes connections for a moment after the close. */
  private void awaitAcceptor() {
    try {
      acceptor.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    try {
      acceptAll();
    } finally {
      acceptor.countDown();
    }
  }

  private void acceptAll() {
    while (!traffic.closed()) {
      try {
        Socket client = door.accept();
        admit(client);
      } catch (IOException e) {
        if (door.isClosed()) {
          return;
        }
        // one client that gave up; the next may not
      }
    }
  }

  private void admit(Socket client) throws IOException {
    if (!client.getInetAddress().isLoopbackAddress()) {
      client.close();
      return;
    }
    traffic.hold(client);
    traffic.start(new Passage(traffic, client));
  }
}
