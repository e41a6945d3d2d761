package dev.affiant.engine;

import dev.affiant.network.Body;
import dev.affiant.network.Exchange;
import dev.affiant.network.Header;
import java.util.Locale;
import java.util.Optional;

/** What the recorder asks of exchanges. */
final class Exchanges {
  private Exchanges() {}

  /** Whether nobody can expect it to end: an event stream or a socket. */
  static boolean longLived(Exchange e) {
    if (e.kind().equals("websocket") || e.kind().equals("eventsource")) {
      return true;
    }
    return e.answer().stream()
        .flatMap(a -> a.headers().stream())
        .filter(h -> h.name().equalsIgnoreCase("content-type"))
        .map(Header::value)
        .anyMatch(v -> v.toLowerCase(Locale.ROOT).startsWith("text/event-stream"));
  }

  static Exchange with(Exchange e, Body body) {
    return new Exchange(
        e.seq(),
        e.requestId(),
        e.target(),
        e.frame(),
        e.kind(),
        e.method(),
        e.url(),
        e.requestHeaders(),
        e.requestBody(),
        e.answer(),
        Optional.of(body),
        "",
        e.tls(),
        e.startedAt(),
        e.answeredAt(),
        e.endedAt(),
        e.ending(),
        e.failure(),
        e.remote(),
        e.initiator());
  }
}
