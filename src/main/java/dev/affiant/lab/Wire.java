package dev.affiant.lab;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/** One client's connection, in the clear or, if its first byte begins a TLS handshake, in TLS. */
final class Wire implements Peer {
  private static final int HANDSHAKE = 0x16;
  private final Socket tcp;
  private final InputStream in;
  private final OutputStream out;
  private final String scheme;

  private Wire(Socket tcp, String scheme, InputStream in, OutputStream out) {
    this.tcp = tcp;
    this.scheme = scheme;
    this.in = new BufferedInputStream(in, 16_384);
    this.out = new BufferedOutputStream(out, 16_384);
  }

  /** Waits for the client's first byte, and shakes hands if it asks for TLS. */
  static Wire open(Socket tcp, Tls tls) throws IOException {
    tcp.setTcpNoDelay(true);
    int first = tcp.getInputStream().read();
    if (first < 0) {
      throw new IOException("the client said nothing");
    }
    InputStream consumed = new ByteArrayInputStream(new byte[] {(byte) first});
    if (first != HANDSHAKE) {
      InputStream in = new SequenceInputStream(consumed, tcp.getInputStream());
      return new Wire(tcp, "http", in, tcp.getOutputStream());
    }
    Socket shielded = tls.factory().createSocket(tcp, consumed, true);
    return new Wire(tcp, "https", shielded.getInputStream(), shielded.getOutputStream());
  }

  /** Where the socket factory comes from; asked at the first TLS connection. */
  interface Tls {
    SSLSocketFactory factory();
  }

  String scheme() {
    return scheme;
  }

  InputStream in() {
    return in;
  }

  @Override
  public OutputStream out() {
    return out;
  }

  @Override
  public void pause(Duration time) throws IOException {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the lab closes");
    }
  }

  @Override
  public void hang() throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
    throw new IOException("the client has left");
  }

  @Override
  public void reset() throws IOException {
    tcp.setSoLinger(true, 0);
    tcp.close();
    throw new IOException("reset by the lab");
  }

  /** This connection, with another way out. */
  Peer through(OutputStream other) {
    Wire wire = this;
    return new Peer() {
      @Override
      public OutputStream out() {
        return other;
      }

      @Override
      public void pause(Duration time) throws IOException {
        wire.pause(time);
      }

      @Override
      public void hang() throws IOException {
        wire.hang();
      }

      @Override
      public void reset() throws IOException {
        wire.reset();
      }
    };
  }
}
