package dev.affiant.lab;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The server's side of one WebSocket: handshake, its own messages, then echo until the client
 * leaves. Messages of more than 1 MiB end the talk.
 *
 * <p>Source: RFC 6455.
 */
final class SocketTalk {
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int MAX = 1 << 20;
  private final Wire wire;
  private final Reply.Socket script;

  SocketTalk(Wire wire, Reply.Socket script) {
    this.wire = wire;
    this.script = script;
  }

  void run(String key) throws IOException {
    String head =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + accept(key)
            + "\r\n\r\n";
    wire.out().write(head.getBytes(StandardCharsets.US_ASCII));
    wire.out().flush();
    for (String message : script.say()) {
      frame(1, message.getBytes(StandardCharsets.UTF_8));
      wire.pause(script.every());
    }
    if (script.close()) {
      frame(CLOSE, new byte[] {3, (byte) 0xe8}); // 1000, normal closure
    }
    listen();
  }

  private void listen() throws IOException {
    DataInputStream in = new DataInputStream(wire.in());
    int first = in.read();
    while (first >= 0) {
      byte[] payload = payload(in);
      int opcode = first & 0x0f;
      if (opcode == CLOSE) {
        if (!script.close()) {
          frame(CLOSE, payload);
        }
        return;
      }
      if (opcode == PING) {
        frame(PONG, payload);
      } else if (opcode != PONG && script.echo()) {
        frame(opcode, payload);
      }
      first = in.read();
    }
  }

  private static byte[] payload(DataInputStream in) throws IOException {
    int second = in.readUnsignedByte();
    long length = second & 0x7f;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    if (length < 0 || length > MAX || (second & 0x80) == 0) {
      throw new IOException("a frame that is too long or not masked");
    }
    byte[] mask = in.readNBytes(4);
    byte[] payload = in.readNBytes((int) length);
    for (int at = 0; at < payload.length; at++) {
      payload[at] ^= mask[at % 4];
    }
    return payload;
  }

  private void frame(int opcode, byte[] payload) throws IOException {
    OutputStream out = wire.out();
    out.write(0x80 | opcode);
    if (payload.length < 126) {
      out.write(payload.length);
    } else if (payload.length <= 0xffff) {
      out.write(126);
      out.write(payload.length >>> 8);
      out.write(payload.length);
    } else {
      out.write(127);
      out.write(new byte[4]);
      for (int shift = 24; shift >= 0; shift -= 8) {
        out.write(payload.length >>> shift);
      }
    }
    out.write(payload);
    out.flush();
  }

  private static String accept(String key) {
    try {
      // SHA-1 is what the protocol asks for; it protects nothing here
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      byte[] digest = sha1.digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
