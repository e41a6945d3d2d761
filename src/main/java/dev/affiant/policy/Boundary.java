package dev.affiant.policy;

import java.net.InetAddress;
import java.util.Optional;

/**
 * The network boundary, asked by a lane about every name before it is resolved and about every
 * address before it is connected to. Thread-safe; does no I/O.
 */
public interface Boundary {

  /** The ground on which this host and port are denied, if they are; asked before resolving. */
  Optional<Ground> name(String host, int port);

  /** The ground on which this address of the host is denied, if it is. */
  Optional<Ground> address(String host, InetAddress address, int port);
}
