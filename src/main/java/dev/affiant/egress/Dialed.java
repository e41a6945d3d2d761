package dev.affiant.egress;

import dev.affiant.policy.Ground;
import java.net.Socket;
import java.util.List;

/** What became of a wish to connect to a host. */
sealed interface Dialed {

  /** Every address of the host, as text, as far as it was resolved. */
  List<String> resolved();

  /** It is connected to an address that was checked. */
  record Reached(Socket socket, List<String> resolved, String peer, boolean movedOn)
      implements Dialed {}

  /** Policy does not let it out. */
  record Denied(Ground ground, List<String> resolved) implements Dialed {}

  /**
   * The network did not get it there.
   *
   * @param code {@code dns}, {@code refused}, {@code timeout} or {@code unreachable}
   */
  record Failed(String code, String why, List<String> resolved) implements Dialed {}
}
