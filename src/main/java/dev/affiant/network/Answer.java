package dev.affiant.network;

import java.util.List;

/**
 * The head of an answer, as received.
 *
 * @param protocol in ALPN's words: {@code http/1.1}, {@code h2}, {@code h3}
 * @param verbatim whether the head is the server's own bytes rather than the browser's reading
 */
public record Answer(
    int status, String statusText, List<Header> headers, String protocol, boolean verbatim) {
  public Answer {
    headers = List.copyOf(headers);
  }
}
