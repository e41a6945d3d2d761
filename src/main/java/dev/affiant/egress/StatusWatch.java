package dev.affiant.egress;

import java.io.IOException;
import java.io.OutputStream;

/** Looks at the first bytes of the answer to an upgrade, to know whether HTTP goes on after it. */
final class StatusWatch {
  private static final String SWITCHED = "HTTP/1.1 101";
  private final StringBuilder seen = new StringBuilder();
  private boolean expecting;
  private boolean over;

  /** The next bytes are the beginning of the answer to an upgrade. */
  synchronized void expect() {
    expecting = true;
    seen.setLength(0);
  }

  /** Waits for the status; false when it is another, or none comes. */
  synchronized boolean switched() {
    try {
      while (!over && seen.length() < SWITCHED.length()) {
        wait();
      }
      return SWITCHED.contentEquals(seen);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Nothing more will come. */
  synchronized void end() {
    over = true;
    notifyAll();
  }

  private synchronized void see(byte[] bytes, int from, int length) {
    for (int i = 0; expecting && i < length && seen.length() < SWITCHED.length(); i++) {
      seen.append((char) (bytes[from + i] & 0xff));
    }
    notifyAll();
  }

  /** The same stream, looked at. */
  OutputStream over(OutputStream to) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        to.write(bytes, from, length);
        see(bytes, from, length);
      }
    };
  }
}
