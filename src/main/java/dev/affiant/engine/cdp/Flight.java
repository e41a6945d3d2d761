package dev.affiant.engine.cdp;

import com.google.gson.JsonObject;
import dev.affiant.evidence.Sha256;
import dev.affiant.network.Answer;
import dev.affiant.network.Body;
import dev.affiant.network.Ending;
import dev.affiant.network.Exchange;
import dev.affiant.network.Header;
import dev.affiant.network.Tls;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One request under way: what is known of it so far. Becomes an {@link Exchange} at any moment. */
final class Flight {
  final int seq;

  final String requestId;
  final JsonObject request;
  final double sentAt;
  private final JsonObject sent;
  final Target by;

  Optional<JsonObject> requestHead = Optional.empty();
  Optional<JsonObject> response = Optional.empty();
  Optional<JsonObject> responseHead = Optional.empty();
  Optional<Body> requestBody = Optional.empty();
  Optional<Body> body = Optional.empty();
  Optional<Instant> answeredAt = Optional.empty();
  Optional<Instant> endedAt = Optional.empty();
  List<Sha256> chain = List.of();
  Ending ending = Ending.OPEN;

  /** The browser says {@code Fetch}, we say {@code fetch}. */
  String kind;

  String whyNoBody = "";
  String failure = "";
  boolean cached;
  boolean expectsHead;

  Flight(int seq, Target by, JsonObject sent, String kind) {
    this.seq = seq;
    this.by = by;
    this.sent = sent;
    this.requestId = Fields.text(sent, "requestId");
    this.request = Fields.object(sent, "request");
    this.sentAt = Fields.real(sent, "timestamp");
    this.kind = kind.toLowerCase(Locale.ROOT);
    // A stack can be long and is never looked at again: of who asked, the address stays.
    sent.add("initiator", Params.of("url", initiator()).json());
  }

  /** The hop that its answer sends on to. */
  Flight ledTo(int number, String location) {
    JsonObject next = sent.deepCopy();
    JsonObject onward = Fields.object(next, "request");
    onward.addProperty("url", resolved(location));
    return new Flight(number, by, next, kind);
  }

  private String resolved(String location) {
    try {
      return URI.create(url()).resolve(location).toString();
    } catch (IllegalArgumentException unreadable) {
      return location; // as the server wrote it
    }
  }

  String url() {
    return Fields.text(request, "url");
  }

  String method() {
    String method = Fields.text(request, "method");
    return method.isEmpty() ? "GET" : method;
  }

  boolean over() {
    return ending != Ending.OPEN;
  }

  /** The status on the wire: a revalidated copy is 304 there, while the page is told 200. */
  int status() {
    return (int)
        responseHead
            .map(h -> Fields.number(h, "statusCode"))
            .filter(s -> s > 0)
            .orElseGet(() -> response.map(r -> Fields.number(r, "status")).orElse(0L))
            .longValue();
  }

  /** When something happened, from the browser's monotonic seconds. */
  Instant at(double timestamp) {
    double seconds = Fields.real(sent, "wallTime") + (timestamp - sentAt);
    return Instant.ofEpochMilli(Math.round(seconds * 1000));
  }

  List<Header> answerHeaders() {
    Optional<String> text =
        responseHead
            .or(() -> response)
            .map(h -> Fields.text(h, "headersText"))
            .filter(t -> !t.isEmpty());
    return text.map(Heads::ofText)
        .orElseGet(
            () ->
                Heads.of(
                    Fields.object(
                        responseHead.or(() -> response).orElseGet(JsonObject::new), "headers")));
  }

  /** What kind of thing asked: a frame of the page's own process is told apart by its id. */
  private String asked() {
    String frame = Fields.text(sent, "frameId");
    return by.kind().equals("page") && !frame.isEmpty() && !frame.equals(by.id())
        ? "frame"
        : by.word();
  }

  Exchange exchange() {
    return new Exchange(
        seq,
        requestId,
        asked(),
        Fields.text(sent, "documentURL"),
        kind,
        method(),
        url(),
        requestHeaders(),
        requestBody,
        answer(),
        body,
        whyNoBody,
        response.flatMap(r -> Fields.maybe(r, "securityDetails")).map(this::tls),
        at(sentAt),
        answeredAt,
        endedAt,
        ending,
        failure,
        remote(),
        initiator());
  }

  private List<Header> requestHeaders() {
    return Heads.of(Fields.object(requestHead.orElse(request), "headers"));
  }

  private Optional<Answer> answer() {
    return response.map(
        r ->
            new Answer(
                status(),
                status() == Fields.number(r, "status") ? Fields.text(r, "statusText") : "",
                answerHeaders(),
                Fields.text(r, "protocol"),
                responseHead.map(h -> h.has("headersText")).orElse(false)));
  }

  private Tls tls(JsonObject details) {
    String group = Fields.text(details, "keyExchangeGroup");
    return new Tls(
        Fields.text(details, "protocol"),
        Fields.text(details, "cipher"),
        group.isEmpty() ? Fields.text(details, "keyExchange") : group,
        chain);
  }

  private String remote() {
    return response
        .filter(r -> r.has("remoteIPAddress"))
        .map(r -> Fields.text(r, "remoteIPAddress") + ":" + Fields.number(r, "remotePort"))
        .orElse("");
  }

  private String initiator() {
    JsonObject initiator = Fields.object(sent, "initiator");
    String url = Fields.text(initiator, "url");
    if (!url.isEmpty()) {
      return url;
    }
    return Fields.objects(Fields.object(initiator, "stack"), "callFrames").stream()
        .map(f -> Fields.text(f, "url"))
        .filter(u -> !u.isEmpty())
        .findFirst()
        .orElse("");
  }
}
