package dev.affiant.network;

import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Sha256;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Traffic for tests: what a browser and a lane might have seen, and the bytes of it. */
public final class Traffic implements Holding {
  public static final Instant BEGAN = Instant.parse("2026-11-24T22:51:29.004Z");

  private final Map<Sha256, byte[]> bytes = new HashMap<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<Connection> connections = new ArrayList<>();

  @Override
  public Optional<InputStream> open(Sha256 object) {
    return Optional.ofNullable(bytes.get(object)).map(ByteArrayInputStream::new);
  }

  public NetworkRecord record() {
    return new NetworkRecord(exchanges, connections);
  }

  public Digest keep(byte[] some) {
    Digest digest = Digest.of(some);
    bytes.put(digest.sha256(), some);
    return digest;
  }

  public Body body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8), Extent.WHOLE, -1);
  }

  public Body body(byte[] some, Extent extent, long encodedBytes) {
    return new Body(keep(some), extent, encodedBytes);
  }

  public Traffic reached(String host, int port, String peer) {
    connections.add(connection(host, port, Optional.of(peer), Optional.empty(), ""));
    return this;
  }

  public Traffic denied(String host, int port, String rule, String why) {
    connections.add(connection(host, port, Optional.empty(), Optional.of(rule), why));
    return this;
  }

  public Traffic unreached(String host, int port, String why) {
    connections.add(connection(host, port, Optional.empty(), Optional.empty(), why));
    return this;
  }

  public Traffic add(Draft draft) {
    exchanges.add(draft.exchange(exchanges.size()));
    return this;
  }

  private static Connection connection(
      String host, int port, Optional<String> peer, Optional<String> denied, String why) {
    return new Connection(
        BEGAN,
        host,
        port,
        port == 443,
        peer.map(List::of).orElse(List.of()),
        peer,
        denied,
        why,
        false,
        120,
        4567,
        Optional.of(BEGAN.plusMillis(900)));
  }

  public static Header header(String name, String value) {
    return new Header(name, value);
  }

  public static Answer answer(int status, String text, Header... headers) {
    return new Answer(status, text, List.of(headers), "http/1.1", true);
  }

  /** An exchange being written down; it begins as a finished GET without an answer. */
  public static final class Draft {
    private final String kind;
    private final String method;
    private final String url;
    private List<Header> sent = List.of(header("User-Agent", "Affiant"), header("Accept", "*/*"));
    private Optional<Body> request = Optional.empty();
    private Optional<Answer> answer = Optional.empty();
    private Optional<Body> body = Optional.empty();
    private String whyNoBody = "";
    private Optional<Tls> tls = Optional.empty();
    private Ending ending = Ending.FINISHED;
    private String failure = "";
    private Optional<String> id = Optional.empty();

    public Draft(String kind, String method, String url) {
      this.kind = kind;
      this.method = method;
      this.url = url;
    }

    public Draft id(String requestId) {
      id = Optional.of(requestId);
      return this;
    }

    public Draft sending(Header... headers) {
      sent = List.of(headers);
      return this;
    }

    public Draft sending(Body some) {
      request = Optional.of(some);
      return this;
    }

    public Draft answered(Answer with) {
      answer = Optional.of(with);
      return this;
    }

    public Draft with(Body some) {
      body = Optional.of(some);
      return this;
    }

    public Draft without(String why) {
      whyNoBody = why;
      return this;
    }

    public Draft over(Tls some) {
      tls = Optional.of(some);
      return this;
    }

    public Draft ended(Ending how, String words) {
      ending = how;
      failure = words;
      return this;
    }

    Exchange exchange(int seq) {
      Instant at = BEGAN.plusMillis(10L * seq);
      return new Exchange(
          seq,
          id.orElse("1000." + seq),
          "page",
          "https://a.example/",
          kind,
          method,
          url,
          sent,
          request,
          answer,
          body,
          whyNoBody,
          tls,
          at,
          answer.map(a -> at.plusMillis(5)),
          ending == Ending.OPEN ? Optional.empty() : Optional.of(at.plusMillis(8)),
          ending,
          failure,
          "127.0.0.1:40000",
          seq == 0 ? "" : "https://a.example/");
    }
  }
}
