package dev.affiant.egress;

import dev.affiant.egress.ByteSource.Malformed;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;

/** One connection of the browser to the lane, from its first request to its last. */
final class Passage implements Runnable {
  private static final int LEFTOVER_BYTES = 256 * 1024;
  private static final int LEFTOVER_MILLIS = 500;

  private final Traffic traffic;
  private final Socket client;
  private Optional<Upstream> upstream = Optional.empty();

  Passage(Traffic traffic, Socket client) {
    this.traffic = traffic;
    this.client = client;
  }

  @Override
  public void run() {
    boolean admitted = traffic.budget().enter();
    try {
      ByteSource source = new ByteSource(client.getInputStream());
      if (admitted) {
        serve(source);
      } else {
        turnAway(source);
      }
    } catch (IOException e) {
      traffic.cut(client); // the browser went, or the lane was closed: the log says how far it got
    } finally {
      upstream.ifPresent(Upstream::end);
      traffic.drop(client);
      if (admitted) {
        traffic.budget().leave();
      }
    }
  }

  private void serve(ByteSource source) throws IOException {
    try {
      while (awaits(source)) {
        if (!request(RequestHead.read(source), source)) {
          return;
        }
      }
      upstream.ifPresent(Upstream::finish);
    } catch (Malformed e) {
      say(Notice.malformed("the request cannot be relayed: " + e.getMessage()), true);
    }
  }

  /** Waits for the next request; false when there is none. */
  private boolean awaits(ByteSource source) throws IOException {
    while (true) {
      try {
        return source.ready();
      } catch (SocketTimeoutException e) {
        if (upstream.isEmpty() || upstream.get().silent()) {
          return false;
        }
      }
    }
  }

  /** Serves one request; false when it was the last of this connection. */
  private boolean request(RequestHead head, ByteSource source) throws IOException {
    if (upstream.isPresent() && !upstream.get().leadsTo(head)) {
      boolean retired = upstream.get().retire();
      upstream = Optional.empty();
      if (!retired) {
        traffic.cut(client);
        return false;
      }
    }
    if (upstream.isEmpty()) {
      Optional<Upstream> dialed = dial(head);
      if (dialed.isEmpty()) {
        return false;
      }
      upstream = dialed;
    }
    if (head.tunnels()) {
      upstream.get().tunnel(source);
      return false;
    }
    return upstream.get().relay(head, source);
  }

  private Optional<Upstream> dial(RequestHead head) throws IOException {
    if (traffic.journal().full()) {
      say(Notice.denied(traffic.budget().rule(), "too many connections in one capture"), true);
      return Optional.empty();
    }
    Crossing crossing = traffic.journal().begin(head.host(), head.port(), head.tunnels());
    Dialed dialed = traffic.dialer().dial(head.host(), head.port(), traffic::closed);
    crossing.dialed(dialed);
    boolean bodied = !head.method().equals("HEAD");
    if (dialed instanceof Dialed.Reached reached) {
      traffic.hold(reached.socket());
      return Optional.of(new Upstream(traffic, client, reached.socket(), crossing, head));
    }
    say(
        dialed instanceof Dialed.Denied denied
            ? Notice.denied(denied.ground().rule(), denied.ground().why())
            : Notice.failed(((Dialed.Failed) dialed).code(), ((Dialed.Failed) dialed).why()),
        bodied);
    return Optional.empty();
  }

  private void turnAway(ByteSource source) throws IOException {
    Budget budget = traffic.budget();
    if (source.ready()) {
      RequestHead head = RequestHead.read(source);
      traffic
          .journal()
          .begin(head.host(), head.port(), head.tunnels())
          .deny(budget.rule(), budget.connectionWords());
      say(Notice.denied(budget.rule(), budget.connectionWords()), true);
    }
  }

  /** Answers in our own name, as the last thing on this connection. */
  private void say(Notice notice, boolean withBody) throws IOException {
    if (upstream.isPresent()) {
      boolean retired = upstream.get().retire();
      upstream = Optional.empty();
      if (!retired) {
        traffic.cut(client);
        return;
      }
    }
    client.getOutputStream().write(notice.bytes(traffic.mark(), withBody));
    client.shutdownOutput();
    leave();
  }

  /** Takes in what is still coming: closing over unread bytes would destroy what was just said. */
  private void leave() throws IOException {
    client.setSoTimeout(LEFTOVER_MILLIS);
    byte[] buffer = new byte[8 * 1024];
    int left = LEFTOVER_BYTES;
    try {
      for (int n = 0; n >= 0 && left > 0; left -= n) {
        n = client.getInputStream().read(buffer);
      }
    } catch (SocketTimeoutException e) {
      // it has had its time
    }
  }
}
