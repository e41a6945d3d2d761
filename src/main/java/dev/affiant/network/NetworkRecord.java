package dev.affiant.network;

import java.util.List;
import java.util.Optional;

/** All traffic of one capture: the browser's side and the lane's. */
public record NetworkRecord(List<Exchange> exchanges, List<Connection> connections) {
  public NetworkRecord {
    exchanges = List.copyOf(exchanges);
    connections = List.copyOf(connections);
  }

  /**
   * The same traffic with each exchange put right by what the lane knows: one that the lane denied
   * is {@link Ending#BLOCKED} with the rule first in its failure ({@code NET-2: 127.0.0.1 is
   * loopback}), one that the lane could not connect is {@link Ending#FAILED} with the lane's cause,
   * and neither has an answer, since whatever the browser took for one was the lane's. Joining
   * again changes nothing.
   */
  public NetworkRecord joined() {
    Joint joint = new Joint(connections);
    return new NetworkRecord(exchanges.stream().map(joint::mended).toList(), connections);
  }

  /** Finds connections for many exchanges of this record. */
  public Joint joint() {
    return new Joint(connections);
  }

  /** The address that a host and port were reached at, if they were. */
  public Optional<String> peer(String host, int port) {
    return joint().peer(new Place(host, port));
  }

  /** The denial of a host and port, if there was one. */
  public Optional<Connection> denial(String host, int port) {
    return joint().at(new Place(host, port)).stream()
        .filter(c -> c.denied().isPresent())
        .findFirst();
  }
}
