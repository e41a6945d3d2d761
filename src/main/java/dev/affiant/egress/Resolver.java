package dev.affiant.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Tells the addresses of a host. It may block; any thread may ask. */
@FunctionalInterface
public interface Resolver {

  /**
   * Every address of this host, which may be an address itself, in the order to be tried.
   *
   * @throws UnknownHostException if there is none
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;

  /** The machine's own way of resolving. */
  static Resolver system() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
