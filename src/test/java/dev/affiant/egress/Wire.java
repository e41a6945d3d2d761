package dev.affiant.egress;

import dev.affiant.casefile.Lab;
import dev.affiant.policy.Boundary;
import dev.affiant.policy.Clearance;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Limits;
import dev.affiant.policy.Orders;
import dev.affiant.policy.Policy;
import dev.affiant.policy.Ruling.Granted;
import dev.affiant.policy.rules.Rulebook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Lanes, and raw talk with them, for tests. */
final class Wire {
  static final Patience SHORT =
      new Patience(
          Duration.ofMillis(300),
          Duration.ofMillis(500),
          Duration.ofSeconds(20),
          Duration.ofMillis(400));
  static final Limits WIDE = new Limits("NET-5", 600_000_000L, 2_000_000_000L, 512);

  /** Nothing is denied: for tests of the wire, not of the rules. */
  static final Boundary OPEN = denying("");

  private Wire() {}

  static Resolver nobody() {
    return host -> {
      throw new UnknownHostException(host);
    };
  }

  /** A boundary that denies one address and nothing else. */
  static Boundary denying(String address) {
    return new Boundary() {
      @Override
      public Optional<Ground> name(String host, int port) {
        return Optional.empty();
      }

      @Override
      public Optional<Ground> address(String host, InetAddress found, int port) {
        return found.getHostAddress().equals(address)
            ? Optional.of(Ground.refuses("NET-2", address + " is private", ""))
            : Optional.empty();
      }
    };
  }

  /** A lane under the real rules, in a lab. */
  static Lane lab(Map<String, InetSocketAddress> hosts) {
    String any = hosts.keySet().iterator().next();
    Policy policy = new Policy(Rulebook.base(), Clock.systemUTC());
    if (policy.plan(Orders.lab("http://" + any + "/", hosts)) instanceof Granted<Clearance> yes) {
      return new Egress(nobody(), SHORT, Clock.systemUTC()).open(yes.key());
    }
    throw new AssertionError("not cleared");
  }

  /** A lane under the real rules, outside any lab. */
  static Lane live(Resolver resolver) {
    Policy policy = new Policy(Rulebook.base(), Clock.systemUTC());
    if (policy.plan(Orders.of("http://example.org/")) instanceof Granted<Clearance> yes) {
      return new Egress(resolver, SHORT, Clock.systemUTC()).open(yes.key());
    }
    throw new AssertionError("not cleared");
  }

  static Lane lane(Boundary boundary, Resolver resolver, Limits limits) {
    Dialer dialer = new Dialer(boundary, Lab.NONE, resolver, SHORT);
    return new Lane(
        new Traffic(dialer, new Journal(Clock.systemUTC()), new Budget(limits), SHORT, "test"));
  }

  static Socket connect(Lane lane) throws IOException {
    Socket socket = new Socket(lane.proxy().getAddress(), lane.proxy().getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Everything until the other side ends; what came until then if it breaks off. */
  static String all(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** Says this and returns everything that comes back. */
  static String talk(Lane lane, String text) throws IOException {
    try (Socket socket = connect(lane)) {
      say(socket, text);
      socket.shutdownOutput();
      return all(socket);
    }
  }

  /** A head of these lines. */
  static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  static String get(String host, String path) {
    return "GET http://" + host + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
  }

  static String tunnel(String authority) {
    return "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n\r\n";
  }

  /** A head with its empty line; empty at the end of the stream. */
  static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int state = 0;
    while (state < 4) {
      int b = in.read();
      if (b < 0) {
        return "";
      }
      head.write(b);
      state = b == (state % 2 == 0 ? '\r' : '\n') ? state + 1 : b == '\r' ? 1 : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  static String read(InputStream in, int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
  }
}
