package dev.affiant.network;

import java.util.Locale;

/** How one request ended. */
public enum Ending {
  /** The whole answer came. */
  FINISHED,
  /** The server sent the browser on; the next hop is an exchange of its own. */
  REDIRECTED,
  /** The network failed it: DNS, connection, TLS, protocol. */
  FAILED,
  /** The page, or the browser for it, gave it up. */
  ABORTED,
  /** Policy did not let it out. */
  BLOCKED,
  /** It was still open when the capture stopped: a stream, a socket, or a body that never ends. */
  OPEN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
