package dev.affiant.engine.cdp;

import com.google.gson.JsonObject;
import dev.affiant.engine.Recorder;
import dev.affiant.evidence.Extent;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Staging;
import dev.affiant.evidence.Times;
import dev.affiant.network.Body;
import dev.affiant.network.Ending;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * WebSockets: one exchange each, whose body is the log of its frames as JSON lines:
 *
 * <pre>{"at":"2026-11-24T22:51:29.004Z","from":"server","opcode":1,"text":"hello"}</pre>
 *
 * <p>A binary frame has {@code base64} in place of {@code text}.
 */
final class Sockets {
  private static final long MOST = 64L << 20;

  private final Recorder recorder;
  private final Flights flights;
  private final Map<String, Line> lines = new HashMap<>();

  /** One socket. */
  private static final class Line {
    private final Flight flight;
    private final Staging.Sink sink;
    private long written;
    private boolean full;

    Line(Flight flight, Staging.Sink sink) {
      this.flight = flight;
      this.sink = sink;
    }
  }

  Sockets(Recorder recorder, Flights flights) {
    this.recorder = recorder;
    this.flights = flights;
  }

  void listen(Target target) {
    Map<String, JsonObject> created = new HashMap<>();
    Cdp cdp = target.cdp();
    cdp.on("Network.webSocketCreated", e -> created.put(Fields.text(e, "requestId"), e));
    cdp.on(
        "Network.webSocketWillSendHandshakeRequest",
        e ->
            Optional.ofNullable(created.remove(Fields.text(e, "requestId")))
                .ifPresent(c -> opened(target, c, e)));
    cdp.on("Network.webSocketHandshakeResponseReceived", this::answered);
    cdp.on("Network.webSocketFrameSent", e -> line(e, l -> frame(l, e, "page")));
    cdp.on("Network.webSocketFrameReceived", e -> line(e, l -> frame(l, e, "server")));
    cdp.on(
        "Network.webSocketFrameError",
        e -> {
          unsent(target, created, e);
          line(e, l -> l.flight.failure = Fields.text(e, "errorMessage"));
        });
    cdp.on(
        "Network.webSocketClosed",
        e -> {
          unsent(target, created, e);
          closed(e);
        });
  }

  /** One that ended before it could say anything: nobody took the connection, or it may not. */
  private void unsent(Target target, Map<String, JsonObject> created, JsonObject event) {
    JsonObject made = created.remove(Fields.text(event, "requestId"));
    if (made != null) {
      JsonObject sent = event.deepCopy();
      sent.addProperty("wallTime", recorder.now().toEpochMilli() / 1000.0);
      opened(target, made, sent);
    }
  }

  private void opened(Target target, JsonObject created, JsonObject event) {
    JsonObject sent = event.deepCopy();
    JsonObject request = Fields.object(sent, "request").deepCopy();
    request.addProperty("url", Fields.text(created, "url"));
    request.addProperty("method", "GET");
    sent.add("request", request);
    sent.add("initiator", Fields.object(created, "initiator"));
    sent.addProperty("documentURL", target.frame() ? "" : target.url());
    Flight flight = new Flight(flights.nextSeq(), target, sent, "websocket");
    Line line = new Line(flight, recorder.staging().sink());
    lines.put(flight.requestId, line);
    flights.publish(flight);
    recorder.receiving(flight.seq, line.sink, () -> line.written);
  }

  private void answered(JsonObject event) {
    line(
        event,
        l -> {
          JsonObject response = Fields.object(event, "response");
          l.flight.response = Optional.of(response);
          l.flight.responseHead = Optional.of(response);
          if (response.has("requestHeaders")) {
            JsonObject head =
                Params.of("headers", Fields.object(response, "requestHeaders")).json();
            l.flight.requestHead = Optional.of(head);
          }
          l.flight.answeredAt = Optional.of(l.flight.at(Fields.real(event, "timestamp")));
          flights.publish(l.flight);
        });
  }

  private void frame(Line line, JsonObject event, String from) {
    JsonObject response = Fields.object(event, "response");
    int opcode = (int) Fields.number(response, "opcode");
    ObjectNode frame = Json.object();
    frame.put("at", Times.text(line.flight.at(Fields.real(event, "timestamp"))));
    frame.put("from", from);
    frame.put("opcode", opcode);
    frame.put(opcode == 1 ? "text" : "base64", Fields.text(response, "payloadData"));
    byte[] bytes = (Json.text(frame) + "\n").getBytes(StandardCharsets.UTF_8);
    if (line.written + bytes.length > MOST) {
      line.full = true;
    } else if (!line.full) {
      line.written += bytes.length;
      line.sink.write(bytes, 0, bytes.length);
    }
  }

  private void closed(JsonObject event) {
    line(
        event,
        l -> {
          lines.remove(l.flight.requestId);
          l.flight.endedAt = Optional.of(l.flight.at(Fields.real(event, "timestamp")));
          Extent extent = l.full ? Extent.LENGTH : Extent.WHOLE;
          l.flight.body = Optional.of(new Body(l.sink.end(extent), l.sink.extent(), l.written));
          l.flight.ending =
              l.flight.response.isPresent() ? Ending.FINISHED : flights.failedOrBlocked(l.flight);
          flights.publish(l.flight);
        });
  }

  private void line(JsonObject event, Consumer<Line> then) {
    Optional.ofNullable(lines.get(Fields.text(event, "requestId"))).ifPresent(then);
  }
}
