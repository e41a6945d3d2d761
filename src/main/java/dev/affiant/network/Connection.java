package dev.affiant.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that went through a capture's lane: a connection to a peer, or one that was denied or
 * failed. One host has one address for the whole capture, so an exchange finds its peer by host and
 * port.
 *
 * @param tunnel whether the browser asked for a tunnel (https, wss), of which only host and port
 *     are visible
 * @param resolved every address that the name resolved to, as text
 * @param peer the address that was connected to, or none
 * @param denied the rule that denied it, as in {@code NET-2}, or none
 * @param why words for a denial or a failure: {@code 127.0.0.1 is loopback}; else empty
 * @param movedOn whether an earlier address did not connect
 */
public record Connection(
    Instant at,
    String host,
    int port,
    boolean tunnel,
    List<String> resolved,
    Optional<String> peer,
    Optional<String> denied,
    String why,
    boolean movedOn,
    long bytesUp,
    long bytesDown,
    Optional<Instant> endedAt) {
  public Connection {
    resolved = List.copyOf(resolved);
  }
}
