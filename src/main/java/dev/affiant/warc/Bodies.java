package dev.affiant.warc;

import dev.affiant.evidence.Extent;
import dev.affiant.network.Answer;
import dev.affiant.network.Body;
import dev.affiant.network.Ending;
import dev.affiant.network.Exchange;
import java.util.Optional;

/** What a response record may say of an exchange's body. */
final class Bodies {
  private Bodies() {}

  /**
   * Whether it is a WebSocket, whose body is the log of its frames and not the answer's payload.
   */
  static boolean socket(Exchange exchange) {
    return exchange.kind().equals("websocket");
  }

  /** The body that follows the head, if there is one. */
  static Optional<Body> payload(Exchange exchange) {
    return socket(exchange) ? Optional.empty() : exchange.body();
  }

  /** Whether HTTP allows this answer no body. */
  static boolean forbidden(Exchange exchange, Answer answer) {
    int status = answer.status();
    return exchange.method().equals("HEAD")
        || status < 200
        || status == 204
        || status == 304
        || socket(exchange);
  }

  /** In what way less is kept than the server may have sent, if it is so. */
  static Optional<Extent> truncated(Exchange exchange) {
    if (exchange.answer().filter(answer -> forbidden(exchange, answer)).isPresent()) {
      return Optional.empty();
    }
    Optional<Body> body = payload(exchange);
    if (body.isPresent()) {
      return body.map(Body::extent).filter(extent -> extent != Extent.WHOLE);
    }
    return Optional.of(exchange.ending() == Ending.OPEN ? Extent.TIME : Extent.UNSPECIFIED);
  }
}
