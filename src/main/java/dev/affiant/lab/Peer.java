package dev.affiant.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Whoever gets the bytes of a reply: a client on a connection, or a hasher that waits for nothing.
 */
interface Peer {
  /** Where bytes go; what is written and flushed has left. */
  OutputStream out();

  /** Sends nothing for a while. */
  void pause(Duration time) throws IOException;

  /** Sends nothing more and keeps the connection open until the client leaves. */
  void hang() throws IOException;

  /** Breaks the connection off with a TCP reset. */
  void reset() throws IOException;

  /** A peer that takes everything at once and never leaves. */
  static Peer hasty(OutputStream out) {
    return new Peer() {
      @Override
      public OutputStream out() {
        return out;
      }

      @Override
      public void pause(Duration time) {}

      @Override
      public void hang() {}

      @Override
      public void reset() {}
    };
  }
}
