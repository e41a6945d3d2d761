package dev.affiant.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

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

  /** Tells of each redirect its hop and the next: both have the browser's own id in common. */
  public void hops(BiConsumer<Exchange, Exchange> each) {
    Map<String, Exchange> sentOn = new HashMap<>();
    for (Exchange exchange : exchanges) {
      Exchange before = sentOn.remove(exchange.requestId());
      if (before != null) {
        each.accept(before, exchange);
      }
      if (exchange.ending() == Ending.REDIRECTED) {
        sentOn.put(exchange.requestId(), exchange);
      }
    }
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
