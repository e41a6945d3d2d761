package dev.affiant.egress;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A socket's bytes, each read no longer than is left, each byte counted. */
final class Timed extends InputStream {
  private final Socket socket;
  private final Left left;
  private final Pump down;

  /** How many milliseconds a read may still take. */
  interface Left {
    int millis() throws IOException;
  }

  Timed(Socket socket, Left left, Pump down) {
    this.socket = socket;
    this.left = left;
    this.down = down;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    socket.setSoTimeout(left.millis());
    int count = socket.getInputStream().read(into, from, length);
    if (count > 0 && !down.admits(count)) {
      throw new IOException("more than the capture may receive");
    }
    return count;
  }
}
