package dev.affiant.network;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One request of a page and how it ended. A redirect is an exchange of its own for every hop; a
 * WebSocket is one exchange whose body is the log of its frames.
 *
 * @param seq its place in the order in which the requests were sent, from 0
 * @param requestId the browser's own id, shared by the hops of one redirect chain
 * @param target the kind of thing that asked: {@code page}, {@code frame}, {@code worker}, {@code
 *     shared-worker}, {@code service-worker}
 * @param frame the URL of the document that asked, or empty
 * @param kind the browser's word for the resource, lower case: {@code document}, {@code script},
 *     {@code image}, {@code fetch}, {@code websocket}, {@code preflight} …
 * @param url as requested, without a fragment
 * @param requestBody the body sent, if any and if the browser gave it
 * @param body the body received, or none with the reason in {@code whyNoBody}
 * @param whyNoBody words for people when there is no body: {@code 204 has none}, {@code not
 *     available from the browser for a redirect}; empty when there is one
 * @param failure the browser's words for a failure: {@code net::ERR_CONNECTION_REFUSED}, or empty
 * @param remote the peer that the browser reports, which is the lane; the real one is the
 *     connection's
 * @param initiator the URL of the script or document that caused it, or empty
 */
public record Exchange(
    int seq,
    String requestId,
    String target,
    String frame,
    String kind,
    String method,
    String url,
    List<Header> requestHeaders,
    Optional<Body> requestBody,
    Optional<Answer> answer,
    Optional<Body> body,
    String whyNoBody,
    Optional<Tls> tls,
    Instant startedAt,
    Optional<Instant> answeredAt,
    Optional<Instant> endedAt,
    Ending ending,
    String failure,
    String remote,
    String initiator) {
  private static final Set<String> UNENDING = Set.of("websocket", "eventsource");

  public Exchange {
    requestHeaders = List.copyOf(requestHeaders);
  }

  /** The first value of an answer's header, as it was sent. */
  public Optional<String> header(String name) {
    return answer.stream()
        .flatMap(a -> a.headers().stream())
        .filter(h -> h.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  /** Whether nobody can expect it to end: an event stream or a socket. */
  public boolean unending() {
    return UNENDING.contains(kind)
        || header("content-type")
            .filter(v -> v.toLowerCase(Locale.ROOT).startsWith("text/event-stream"))
            .isPresent();
  }

  /** The same exchange with this body received. */
  public Exchange with(Body received) {
    return new Exchange(
        seq,
        requestId,
        target,
        frame,
        kind,
        method,
        url,
        requestHeaders,
        requestBody,
        answer,
        Optional.of(received),
        "",
        tls,
        startedAt,
        answeredAt,
        endedAt,
        ending,
        failure,
        remote,
        initiator);
  }

  /** The same exchange, ended so, with no answer from anybody. */
  public Exchange without(Ending end, String words) {
    return new Exchange(
        seq,
        requestId,
        target,
        frame,
        kind,
        method,
        url,
        requestHeaders,
        requestBody,
        Optional.empty(),
        Optional.empty(),
        end == Ending.BLOCKED ? "blocked by policy" : "the request failed",
        Optional.empty(),
        startedAt,
        Optional.empty(),
        endedAt,
        end,
        words,
        remote,
        initiator);
  }
}
