package dev.affiant.lab;

import dev.affiant.evidence.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One connection: request after request, until one side has enough. One thread.
 *
 * <p>Source: RFC 9110, RFC 9112.
 */
final class Visit {
  private final Wire wire;
  private final Map<String, Site> sites;
  private final LabLog log;

  Visit(Wire wire, Map<String, Site> sites, LabLog log) {
    this.wire = wire;
    this.sites = sites;
    this.log = log;
  }

  /** Answers until the connection ends; throws when the client leaves in mid-answer. */
  void run() throws IOException {
    boolean open = true;
    while (open) {
      Optional<Head> head = Head.read(wire.in());
      open = head.isPresent() && serve(head.get());
    }
  }

  /** Answers one request; says whether another one may follow. */
  private boolean serve(Head head) throws IOException {
    Body.Tally body = new Body.Tally(OutputStream.nullOutputStream());
    head.body(wire.in(), body);
    Heard heard = log.heard(wire.scheme() + "://" + head.host(), head, body.digest());
    Site site = sites.get(head.host());
    Reply reply =
        site == null
            ? Reply.Plain.status(421, "421: this lab has no host " + head.host() + "\n")
            : site.reply(head.method(), head.target());
    return answer(heard, head, reply);
  }

  private boolean answer(Heard heard, Head head, Reply reply) throws IOException {
    if (reply instanceof Reply.Plain plain) {
      return plain(heard, head, plain);
    }
    if (reply instanceof Reply.Hops hops) {
      return plain(heard, head, hop(head, hops));
    }
    if (reply instanceof Reply.Socket socket) {
      return socket(heard, head, socket);
    }
    return raw(heard, ((Reply.Raw) reply).body());
  }

  private static Reply.Plain hop(Head head, Reply.Hops hops) {
    String query = head.target().substring(head.path().length());
    int done = query.startsWith("?hop=") ? Integer.parseInt(query.substring(5)) : 0;
    String to = done + 1 < hops.count() ? head.path() + "?hop=" + (done + 1) : hops.then();
    return new Reply.Plain(
        302, List.of("Location: " + to), Duration.ZERO, Reply.Framing.LENGTH, Body.EMPTY);
  }

  private boolean raw(Heard heard, Body body) throws IOException {
    Body.Tally tally = new Body.Tally(wire.out());
    boolean whole = false;
    try {
      body.send(wire.through(tally));
      whole = true;
    } finally {
      log.sent(new Sent(heard.number(), 0, tally.digest(), whole));
    }
    return false;
  }

  private boolean plain(Heard heard, Head head, Reply.Plain reply) throws IOException {
    wire.pause(reply.delay());
    OptionalLong length = reply.body().length();
    Reply.Framing framing =
        length.isEmpty() && reply.framing() == Reply.Framing.LENGTH
            ? Reply.Framing.CHUNKED
            : reply.framing();
    boolean bodiless = head.method().equals("HEAD") || silent(reply.status());
    boolean stays =
        framing != Reply.Framing.CLOSE
            && !head.value("Connection").orElse("").equalsIgnoreCase("close");
    wire.out().write(opening(reply, framing, length, stays).getBytes(StandardCharsets.UTF_8));
    send(heard, reply, bodiless ? Body.EMPTY : reply.body(), bodiless ? null : framing);
    return stays;
  }

  private static boolean silent(int status) {
    return status == 204 || status == 304;
  }

  private static String opening(
      Reply.Plain reply, Reply.Framing framing, OptionalLong length, boolean stays) {
    List<String> lines = new ArrayList<>();
    lines.add("HTTP/1.1 " + reply.status() + " " + Statuses.reason(reply.status()));
    lines.addAll(reply.headers());
    if (!silent(reply.status()) && framing == Reply.Framing.LENGTH) {
      lines.add("Content-Length: " + length.orElseThrow());
    }
    if (!silent(reply.status()) && framing == Reply.Framing.CHUNKED) {
      lines.add("Transfer-Encoding: chunked");
    }
    if (!stays) {
      lines.add("Connection: close");
    }
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  private void send(Heard heard, Reply.Plain reply, Body body, Reply.@Nullable Framing f)
      throws IOException {
    OutputStream way = f == Reply.Framing.CHUNKED ? new Chunks(wire.out()) : wire.out();
    Body.Tally tally = new Body.Tally(way);
    boolean whole = false;
    try {
      body.send(wire.through(tally));
      if (way instanceof Chunks chunks) {
        chunks.end();
      }
      wire.out().flush();
      whole = true;
    } finally {
      log.sent(new Sent(heard.number(), reply.status(), tally.digest(), whole));
    }
  }

  private boolean socket(Heard heard, Head head, Reply.Socket reply) throws IOException {
    Optional<String> key = head.value("Sec-WebSocket-Key");
    if (key.isEmpty()) {
      return plain(heard, head, Reply.Plain.status(426, "426 Upgrade Required\n"));
    }
    boolean whole = false;
    try {
      new SocketTalk(wire, reply).run(key.get());
      whole = true;
    } finally {
      log.sent(new Sent(heard.number(), 101, Digest.of(new byte[0]), whole));
    }
    return false;
  }

  /**
   * Writes each piece as a chunk.
   *
   * <p>Source: RFC 9112 §7.1.
   */
  private static final class Chunks extends OutputStream {
    private final OutputStream out;

    Chunks(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      if (count == 0) {
        return; // a chunk of no bytes would be the end
      }
      out.write((Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(bytes, from, count);
      out.write('\r');
      out.write('\n');
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    void end() throws IOException {
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
  }
}
