package dev.affiant.engine.cdp;

import com.google.gson.JsonObject;
import dev.affiant.engine.Opening;
import dev.affiant.engine.Recorder;
import dev.affiant.network.Ending;
import dev.affiant.network.Header;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All requests of one page and of everything in it. The browser's ids are unique over all of its
 * sessions; a frame that moves to another process tells the rest of its story in another session.
 */
final class Flights {
  /** So many beats after its worker an unfinished script is given up. */
  private static final int PATIENCE = 10;

  private final Recorder recorder;
  private final Bodies bodies;
  private final Certificates certificates;
  private final OwnRefusals own;
  private final String mark;
  private final Map<String, Chain> chains = new HashMap<>();
  private final Map<Flight, Integer> orphans = new HashMap<>();
  private final Map<String, String> refused = new HashMap<>();
  private int next;

  /**
   * @param mark what the lane's own answers bear
   */
  Flights(
      Recorder recorder, Bodies bodies, Certificates certificates, OwnRefusals own, String mark) {
    this.recorder = recorder;
    this.bodies = bodies;
    this.certificates = certificates;
    this.own = own;
    this.mark = mark;
  }

  int nextSeq() {
    return next++;
  }

  /** Says that we did not let this request out, and why. */
  void refused(String requestId, String why) {
    refused.put(requestId, why);
  }

  void listen(Target target) {
    Cdp cdp = target.cdp();
    cdp.on("Network.requestWillBeSent", e -> sent(target, e));
    cdp.on("Network.requestWillBeSentExtraInfo", e -> heads(e, true));
    cdp.on("Network.responseReceived", e -> answered(target, e));
    cdp.on("Network.responseReceivedExtraInfo", e -> heads(e, false));
    cdp.on("Network.requestServedFromCache", e -> last(e).ifPresent(f -> f.cached = true));
    cdp.on("Network.dataReceived", e -> last(e).ifPresent(f -> bodies.came(f, target, e)));
    cdp.on("Network.loadingFinished", e -> finished(target, e));
    cdp.on("Network.loadingFailed", e -> failed(target, e));
  }

  private void sent(Target target, JsonObject event) {
    String url = Fields.text(Fields.object(event, "request"), "url");
    if (url.startsWith("data:") || url.startsWith("blob:")) {
      // Bytes that the page has already: they cross nothing.
      return;
    }
    Chain chain = chain(event);
    boolean redirect = event.has("redirectResponse");
    if (!chain.isEmpty()) {
      if (!redirect) {
        // The same request, told by a second session.
        return;
      }
      redirected(chain, event);
    }
    boolean preflight = Fields.text(Fields.object(event, "initiator"), "type").equals("preflight");
    String kind = preflight ? "preflight" : Fields.text(event, "type");
    Flight flight = new Flight(nextSeq(), target, event, kind);
    chain.add(flight);
    bodies.sent(flight, target);
    publish(flight);
  }

  private void redirected(Chain chain, JsonObject event) {
    Flight hop = chain.last();
    if (hop.over()) {
      return;
    }
    hop.response = Fields.maybe(event, "redirectResponse");
    hop.expectsHead = Fields.yes(event, "redirectHasExtraInfo");
    hop.answeredAt = Optional.of(hop.at(Fields.real(event, "timestamp")));
    hop.endedAt = hop.answeredAt;
    hop.ending = Ending.REDIRECTED;
    hop.whyNoBody = "not available from the browser for a redirect";
    chain.join();
    certificates.wanted(hop, this::publish);
    publish(hop);
  }

  private void heads(JsonObject event, boolean request) {
    Chain chain = chain(event);
    if (request) {
      chain.requestHead(event);
    } else {
      chain.responseHead(event);
    }
    if (!chain.isEmpty()) {
      publish(chain.last());
      astray(chain);
    }
  }

  private void answered(Target target, JsonObject event) {
    Chain chain = chain(event);
    if (chain.isEmpty() || chain.last().response.isPresent() || chain.last().over()) {
      return;
    }
    Flight flight = chain.last();
    flight.response = Fields.maybe(event, "response");
    flight.expectsHead = Fields.yes(event, "hasExtraInfo");
    flight.answeredAt = Optional.of(flight.at(Fields.real(event, "timestamp")));
    JsonObject response = Fields.object(event, "response");
    flight.cached |=
        Fields.yes(response, "fromDiskCache") || Fields.yes(response, "fromPrefetchCache");
    chain.join();
    certificates.wanted(flight, this::publish);
    bodies.begins(flight, target);
    publish(flight);
  }

  private void finished(Target target, JsonObject event) {
    last(event)
        .filter(f -> !f.over() && bodies.owns(f, target))
        .filter(f -> f.failure.isEmpty()) // a frame that may not be framed: failed, then finished
        .ifPresent(
            f -> {
              unanswered(f, target);
              f.endedAt = Optional.of(f.at(Fields.real(event, "timestamp")));
              long encoded = Fields.number(event, "encodedDataLength");
              bodies.whole(f, encoded, () -> settle(f, Ending.FINISHED));
            });
  }

  /** A worker's script: the browser tells its head, its end and its bytes, but no answer. */
  private void unanswered(Flight flight, Target target) {
    if (flight.response.isEmpty() && flight.responseHead.isPresent()) {
      answeredByHead(flight, flight.responseHead.get());
      bodies.begins(flight, target);
    }
  }

  private void answeredByHead(Flight flight, JsonObject head) {
    String text = Fields.text(head, "headersText");
    JsonObject response = Params.of("status", Fields.number(head, "statusCode")).json();
    response.addProperty("protocol", text.startsWith("HTTP/1.1") ? "http/1.1" : "");
    response.addProperty("statusText", Heads.reason(text));
    flight.response = Optional.of(response);
    flight.expectsHead = true;
    flight.answeredAt = flight.answeredAt.or(() -> Optional.of(recorder.now()));
  }

  /**
   * A shared worker is gone. If its script never came, that is why: of a script that fails on the
   * network, or is sent on to another site, the browser tells the beginning and no end.
   */
  void left(Target worker) {
    chains.values().stream()
        .filter(c -> !c.isEmpty())
        .map(Chain::last)
        .filter(f -> !f.over() && f.url().equals(worker.url()))
        .forEach(f -> orphans.put(f, 0));
  }

  /** A beat has passed: a script whose worker is gone has had time to tell its end. */
  void beat() {
    for (Flight orphan : List.copyOf(orphans.keySet())) {
      if (orphan.over()) {
        orphans.remove(orphan);
      } else if (orphans.merge(orphan, 1, Integer::sum) == PATIENCE) {
        orphan.endedAt = Optional.of(recorder.now());
        orphan.failure = "the worker ended before its script came";
        bodies.broken(orphan, () -> settle(orphan, failedOrBlocked(orphan)));
      }
    }
  }

  /** The browser cannot say so: nobody in the page reads it. */
  void complete(Flight flight) {
    flight.endedAt = Optional.of(recorder.now());
    settle(flight, Ending.FINISHED);
  }

  private void failed(Target target, JsonObject event) {
    last(event)
        .filter(f -> !f.over() && bodies.owns(f, target))
        .ifPresent(
            f -> {
              f.endedAt = Optional.of(f.at(Fields.real(event, "timestamp")));
              f.failure = why(event);
              bodies.broken(f, () -> settle(f, ending(f, event)));
              astray(chain(event));
            });
  }

  /**
   * A redirect to where the browser never goes, such as {@code file:} or {@code javascript:}. It
   * says that the first request failed, or was given up; what happened is that it was answered, and
   * that the hop it was sent on to was not let out.
   */
  private void astray(Chain chain) {
    Flight hop = chain.last();
    Optional<String> location =
        hop.response.isPresent()
            ? Optional.empty()
            : Heads.value(hop.answerHeaders(), "location").filter(to -> nowhere(hop, to));
    if (location.isEmpty() || hop.responseHead.isEmpty()) {
      return;
    }
    String words = hop.failure;
    answeredByHead(hop, hop.responseHead.get());
    hop.ending = Ending.REDIRECTED;
    hop.failure = "";
    hop.whyNoBody = "not available from the browser for a redirect";
    publish(hop);
    Flight led = hop.ledTo(nextSeq(), location.get());
    chain.add(led);
    led.endedAt = hop.endedAt;
    led.whyNoBody = "no answer came";
    led.failure = words;
    led.ending = failedOrBlocked(led);
    publish(led);
  }

  private static boolean nowhere(Flight hop, String location) {
    boolean absolute = location.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*");
    return hop.failure.contains(OwnRefusals.UNSAFE_REDIRECT)
        || (absolute && OwnRefusals.foreign(location));
  }

  /** How a request ended that was not answered: policy is asked of what the browser stopped. */
  Ending failedOrBlocked(Flight flight) {
    Optional<String> rule = own.rule(flight.exchange());
    rule.ifPresent(words -> flight.failure = words);
    return rule.isPresent() ? Ending.BLOCKED : Ending.FAILED;
  }

  private Ending ending(Flight flight, JsonObject event) {
    String rule = refused.get(flight.requestId);
    if (rule != null) {
      flight.failure = rule;
      return Ending.BLOCKED;
    }
    boolean whole = flight.response.isPresent() && flight.whyNoBody.endsWith(" has none");
    if (whole) {
      // The page did not read a body that cannot be; the browser calls it aborted.
      flight.failure = "";
      return Ending.FINISHED;
    }
    boolean gaveUp = Fields.yes(event, "canceled") || flight.failure.startsWith("net::ERR_ABORTED");
    return gaveUp && !OwnRefusals.foreign(flight.url()) ? Ending.ABORTED : failedOrBlocked(flight);
  }

  private static String why(JsonObject event) {
    String words = Fields.text(event, "errorText");
    String blocked = Fields.text(event, "blockedReason");
    String cors = Fields.text(Fields.object(event, "corsErrorStatus"), "corsError");
    String more = blocked.isEmpty() ? cors : blocked;
    return more.isEmpty() ? words : words + " (" + more + ")";
  }

  private void settle(Flight flight, Ending ending) {
    Optional<String> rule = lanes(flight, "Affiant-Policy");
    Optional<String> cause = lanes(flight, "Affiant-Failure");
    flight.ending = rule.isPresent() ? Ending.BLOCKED : cause.isPresent() ? Ending.FAILED : ending;
    rule.or(() -> cause).ifPresent(words -> flight.failure = words);
    publish(flight);
  }

  /** How the lane answered the last hop of this request in its own name, if it did. */
  Optional<String> laneAnswered(String requestId) {
    return Optional.ofNullable(chains.get(requestId))
        .filter(c -> !c.isEmpty())
        .map(Chain::last)
        .flatMap(f -> lanes(f, "Affiant-Policy").or(() -> lanes(f, "Affiant-Failure")))
        .map("lane: "::concat);
  }

  /** What a header says, if the answer is the lane's: only that bears its mark. */
  private Optional<String> lanes(Flight flight, String header) {
    List<Header> headers = flight.answerHeaders();
    boolean ours =
        headers.stream()
            .anyMatch(h -> h.name().equalsIgnoreCase(Opening.MARK) && h.value().equals(mark));
    return headers.stream()
        .filter(h -> ours && h.name().equalsIgnoreCase(header))
        .map(Header::value)
        .findFirst();
  }

  private Chain chain(JsonObject event) {
    return chains.computeIfAbsent(Fields.text(event, "requestId"), id -> new Chain());
  }

  private Optional<Flight> last(JsonObject event) {
    return Optional.ofNullable(chains.get(Fields.text(event, "requestId")))
        .filter(c -> !c.isEmpty())
        .map(Chain::last);
  }

  void publish(Flight flight) {
    recorder.crossed(flight.exchange());
  }
}
