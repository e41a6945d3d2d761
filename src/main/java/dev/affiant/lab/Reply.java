package dev.affiant.lab;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What a route answers. */
sealed interface Reply {
  /**
   * A well-formed answer.
   *
   * @param headers lines, {@code Name: value}; length and coding are added when sent
   * @param delay how long the client waits for the status line
   */
  record Plain(int status, List<String> headers, Duration delay, Framing framing, Body body)
      implements Reply {
    public Plain {
      headers = List.copyOf(headers);
    }

    /** An answer that is only a status, with its number as text. */
    static Plain status(int status, String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Plain(
          status,
          List.of("Content-Type: text/plain; charset=utf-8"),
          Duration.ZERO,
          Framing.LENGTH,
          Body.plain(List.of(Piece.Text.once(bytes))));
    }
  }

  /** Every byte by hand, status line and headers included; then the connection closes. */
  record Raw(Body body) implements Reply {}

  /**
   * A chain of redirects: the first leads to {@code ?hop=1}, and so on; the last leads to {@code
   * then}.
   */
  record Hops(int count, String then) implements Reply {}

  /**
   * A WebSocket.
   *
   * @param say messages that the server sends after the handshake
   * @param every the pause after each
   * @param echo whether what the client says is said back
   * @param close whether the server closes after its last message
   */
  record Socket(List<String> say, Duration every, boolean echo, boolean close) implements Reply {
    public Socket {
      say = List.copyOf(say);
    }
  }

  /** How the client learns where a body ends. */
  enum Framing {
    LENGTH,
    CHUNKED,
    CLOSE
  }
}
