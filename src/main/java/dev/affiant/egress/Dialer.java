package dev.affiant.egress;

import dev.affiant.casefile.Lab;
import dev.affiant.policy.Boundary;
import dev.affiant.policy.Ground;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Connects a lane to hosts: asks the boundary about the name, resolves it once for the whole
 * capture, asks about every address, and connects to what was checked. Thread-safe.
 */
final class Dialer {
  private final Boundary boundary;
  private final Lab lab;
  private final Resolver resolver;
  private final Patience patience;
  private final Map<String, Pin> pins = new ConcurrentHashMap<>();

  Dialer(Boundary boundary, Lab lab, Resolver resolver, Patience patience) {
    this.boundary = boundary;
    this.lab = lab;
    this.resolver = resolver;
    this.patience = patience;
  }

  /** One host's addresses and, once something answered, the one that is kept to. */
  private static final class Pin {
    private final Resolution resolution;
    private @Nullable InetAddress kept;

    Pin(Resolution resolution) {
      this.resolution = resolution;
    }
  }

  Lab lab() {
    return lab;
  }

  /**
   * Connects to this host, which is a name or an address without brackets. A host can have very
   * many addresses, none of which answers.
   *
   * @param givenUp whether nobody wants the connection any more, asked before each address
   */
  Dialed dial(String typed, int port, BooleanSupplier givenUp) {
    String host = typed.toLowerCase(Locale.ROOT);
    Optional<Ground> denial = boundary.name(host, port);
    if (denial.isPresent()) {
      return new Dialed.Denied(denial.get(), List.of());
    }
    Pin pin = pins.computeIfAbsent(host, name -> new Pin(new Resolution(name, lab, resolver)));
    Resolution.Answer answer = pin.resolution.answer(patience.resolve());
    if (answer.addresses().isEmpty()) {
      return new Dialed.Failed(answer.code(), answer.why(), List.of());
    }
    Optional<Ground> bad = firstBad(host, answer.addresses(), port);
    return bad.isPresent()
        ? new Dialed.Denied(bad.get(), answer.texts())
        : connect(pin, answer, lab.at(host).map(InetSocketAddress::getPort).orElse(port), givenUp);
  }

  private Optional<Ground> firstBad(String host, List<InetAddress> addresses, int port) {
    return addresses.stream()
        .flatMap(address -> boundary.address(host, address, port).stream())
        .findFirst();
  }

  private Dialed connect(Pin pin, Resolution.Answer answer, int port, BooleanSupplier givenUp) {
    InetAddress kept;
    // until one has answered, one at a time, so that all connections of a capture meet one address
    synchronized (pin) {
      if (pin.kept == null) {
        return first(pin, answer, port, givenUp);
      }
      kept = pin.kept;
    }
    boolean movedOn = !kept.equals(answer.addresses().get(0));
    try {
      return reached(socket(kept, port), answer, movedOn);
    } catch (IOException e) {
      return failed(e, kept, port, answer);
    }
  }

  private Dialed first(Pin pin, Resolution.Answer answer, int port, BooleanSupplier givenUp) {
    Dialed last = new Dialed.Failed("dns", "no address", answer.texts());
    boolean movedOn = false;
    for (InetAddress address : answer.addresses()) {
      if (givenUp.getAsBoolean()) {
        return new Dialed.Failed("timeout", "it was given up", answer.texts());
      }
      try {
        Socket socket = socket(address, port);
        pin.kept = address;
        return reached(socket, answer, movedOn);
      } catch (IOException e) {
        last = failed(e, address, port, answer);
        movedOn = true;
      }
    }
    return last;
  }

  private Socket socket(InetAddress address, int port) throws IOException {
    Socket socket = new Socket(Proxy.NO_PROXY);
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(address, port), Patience.millis(patience.connect()));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static Dialed reached(Socket socket, Resolution.Answer answer, boolean movedOn) {
    String peer = socket.getInetAddress().getHostAddress();
    return new Dialed.Reached(socket, answer.texts(), peer, movedOn);
  }

  private static Dialed failed(
      IOException e, InetAddress address, int port, Resolution.Answer answer) {
    String where = address.getHostAddress() + " port " + port;
    if (e instanceof SocketTimeoutException) {
      return new Dialed.Failed("timeout", where + " does not answer", answer.texts());
    }
    return e instanceof ConnectException
        ? new Dialed.Failed("refused", where + " takes no connection", answer.texts())
        : new Dialed.Failed("unreachable", where + ": " + e.getMessage(), answer.texts());
  }
}
