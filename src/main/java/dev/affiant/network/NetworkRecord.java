package dev.affiant.network;

import java.util.List;
import java.util.Optional;

/** All traffic of one capture: the browser's side and the lane's. */
public record NetworkRecord(List<Exchange> exchanges, List<Connection> connections) {
  public NetworkRecord {
    exchanges = List.copyOf(exchanges);
    connections = List.copyOf(connections);
  }

  /** The address that a host and port were reached at, if they were. */
  public Optional<String> peer(String host, int port) {
    return connections.stream()
        .filter(c -> c.host().equalsIgnoreCase(host) && c.port() == port)
        .flatMap(c -> c.peer().stream())
        .findFirst();
  }

  /** The denial of a host and port, if there was one. */
  public Optional<Connection> denial(String host, int port) {
    return connections.stream()
        .filter(c -> c.host().equalsIgnoreCase(host) && c.port() == port)
        .filter(c -> c.denied().isPresent())
        .findFirst();
  }
}
