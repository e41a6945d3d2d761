package dev.affiant.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Carries bytes in one direction, untouched and counted, until there are no more or too many. */
final class Pump {
  private static final int BUFFER_BYTES = 32 * 1024;
  private final Traffic traffic;
  private final Crossing crossing;
  private final boolean down;

  /** How it ended. */
  enum Stop {
    /** Whoever sent has said that there is no more. */
    WHOLE,
    /** It was broken off, by either side or by us. */
    BROKEN
  }

  private Pump(Traffic traffic, Crossing crossing, boolean down) {
    this.traffic = traffic;
    this.crossing = crossing;
    this.down = down;
  }

  /** From the server to the browser. */
  static Pump down(Traffic traffic, Crossing crossing) {
    return new Pump(traffic, crossing, true);
  }

  /** From the browser to the server. */
  static Pump up(Traffic traffic, Crossing crossing) {
    return new Pump(traffic, crossing, false);
  }

  Stop run(Socket from, OutputStream to) {
    try {
      return run(from.getInputStream(), to);
    } catch (IOException e) {
      return Stop.BROKEN; // a peer that is gone is an end like any other
    }
  }

  private Stop run(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    while (true) {
      int count = read(from, buffer);
      if (count <= 0) {
        return count < 0 ? Stop.WHOLE : Stop.BROKEN;
      }
      if (!admits(count)) {
        return Stop.BROKEN;
      }
      to.write(buffer, 0, count);
    }
  }

  /** As a stream's read; 0 when both directions have been silent for too long. */
  private int read(InputStream from, byte[] buffer) throws IOException {
    while (true) {
      try {
        return from.read(buffer);
      } catch (SocketTimeoutException e) {
        if (crossing.silentFor(traffic.patience().idle().toNanos())) {
          return 0;
        }
      }
    }
  }

  /** Counts what is about to pass, and says whether it may. */
  boolean admits(int count) {
    long answer = 0;
    if (down) {
      answer = crossing.received(count);
    } else {
      crossing.sent(count);
    }
    Budget budget = traffic.budget();
    if (!budget.carries(count)) {
      crossing.deny(budget.rule(), budget.captureWords());
      return false;
    }
    if (!budget.answers(answer)) {
      crossing.deny(budget.rule(), budget.answerWords());
      return false;
    }
    return true;
  }
}
