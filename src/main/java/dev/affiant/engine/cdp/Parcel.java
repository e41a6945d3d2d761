package dev.affiant.engine.cdp;

import dev.affiant.evidence.Staging;
import java.util.Optional;

/** A body on its way out of the browser. */
final class Parcel {
  /** How far streaming is. */
  enum Stream {
    /** Not begun: it will be asked for when it is whole. */
    NOT,
    /** Asked for: the answer brings what came before. */
    ASKED,
    ON,
    /** The browser said no, or the beginning was not to be had. */
    FAILED
  }

  /** Who tells of it: whose answer it was, until somebody else brings its bytes. */
  Target from;

  /** Whether bytes have come: a frame that moves to a process of its own gets them there. */
  boolean heard;

  /** The length that the server announced, or -1. */
  final long announced;

  Stream stream = Stream.NOT;
  Optional<Staging.Sink> sink = Optional.empty();

  /** Decoded bytes that the page has taken in. */
  long received;

  /** Bytes on the wire. */
  long encoded;

  long written;
  int beats;
  int tries;
  boolean full;
  Optional<Runnable> whole = Optional.empty();

  Parcel(Target from, long announced) {
    this.from = from;
    this.announced = announced;
  }

  /** How much there should be of it, as far as anybody has said. */
  long expected() {
    return Math.max(announced, received);
  }

  /** Whether all of it is here although the browser has not said that it ended. */
  boolean unread() {
    return stream == Stream.ON && whole.isEmpty() && announced > 0 && written == announced;
  }

  /** Whether all of it came by streaming. A blob's bytes pass the page by: received is 0 then. */
  boolean streamed() {
    boolean nothingPassedBy = announced >= 0 || written > 0 || encoded == 0;
    return stream == Stream.ON && written >= expected() && nothingPassedBy;
  }
}
