package dev.affiant.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A part of what is sent: bytes, or a piece of bad manners. */
sealed interface Piece {
  /** How many bytes it sends; empty if it has no end. */
  OptionalLong length();

  void send(Peer peer) throws IOException;

  /**
   * A text, again and again.
   *
   * @param text each character is one byte (ISO 8859-1)
   * @param times how often; negative: without end
   * @param every the pause after each
   */
  record Text(String text, long times, Duration every) implements Piece {
    /** These bytes, once. */
    static Text once(byte[] bytes) {
      return new Text(new String(bytes, StandardCharsets.ISO_8859_1), 1, Duration.ZERO);
    }

    @Override
    public OptionalLong length() {
      return times < 0 ? OptionalLong.empty() : OptionalLong.of(times * text.length());
    }

    @Override
    public void send(Peer peer) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      for (long sent = 0; times < 0 || sent < times; sent++) {
        peer.out().write(bytes);
        if (!every.isZero()) {
          peer.out().flush();
          peer.pause(every);
        }
      }
    }
  }

  /** The bytes of a file. */
  record Stored(Path file) implements Piece {
    @Override
    public OptionalLong length() {
      return OptionalLong.of(file.toFile().length());
    }

    @Override
    public void send(Peer peer) throws IOException {
      Files.copy(file, peer.out());
    }
  }

  /** A pause between two pieces. */
  record Wait(Duration time) implements Piece {
    @Override
    public OptionalLong length() {
      return OptionalLong.of(0);
    }

    @Override
    public void send(Peer peer) throws IOException {
      peer.out().flush();
      peer.pause(time);
    }
  }

  /** Silence until the client leaves. */
  record Hang() implements Piece {
    @Override
    public OptionalLong length() {
      return OptionalLong.empty();
    }

    @Override
    public void send(Peer peer) throws IOException {
      peer.out().flush();
      peer.hang();
    }
  }

  /** A TCP reset in mid-sentence. */
  record Reset() implements Piece {
    @Override
    public OptionalLong length() {
      return OptionalLong.empty();
    }

    @Override
    public void send(Peer peer) throws IOException {
      peer.out().flush();
      peer.reset();
    }
  }

  /**
   * As many bytes as wanted, always the same ones: lines of 16 bytes that count from 0, {@code
   * 000000000000000\n}, {@code 000000000000001\n}, …, cut off at the length. Never more than 64 KiB
   * of them are in memory.
   */
  record Pattern(long bytes) implements Piece {
    private static final int LINE = 16;
    private static final int BLOCK = 65_536;

    @Override
    public OptionalLong length() {
      return OptionalLong.of(bytes);
    }

    @Override
    public void send(Peer peer) throws IOException {
      byte[] block = new byte[BLOCK];
      for (long at = 0; at < bytes; at += BLOCK) {
        for (int line = 0; line < BLOCK / LINE; line++) {
          count(block, line * LINE, at / LINE + line);
        }
        peer.out().write(block, 0, (int) Math.min(BLOCK, bytes - at));
      }
    }

    private static void count(byte[] block, int from, long number) {
      long rest = number;
      block[from + LINE - 1] = '\n';
      for (int digit = from + LINE - 2; digit >= from; digit--) {
        block[digit] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
    }
  }

  /** As many zero bytes as wanted. */
  record Zeros(long bytes) implements Piece {
    static final int BLOCK = 1 << 20;

    @Override
    public OptionalLong length() {
      return OptionalLong.of(bytes);
    }

    @Override
    public void send(Peer peer) throws IOException {
      byte[] block = new byte[BLOCK];
      for (long at = 0; at < bytes; at += BLOCK) {
        peer.out().write(block, 0, (int) Math.min(BLOCK, bytes - at));
      }
    }
  }

  /**
   * A gzip bomb: {@code mebibytes} MiB of zeros as one gzip member of about a thousandth. One MiB
   * is compressed once, up to a full flush, and the result is sent as often as needed: after a full
   * flush a deflate stream refers to nothing before it.
   *
   * <p>Source: RFC 1952; RFC 1951 §3.2.
   */
  record Bomb(int mebibytes) implements Piece {
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 0xff};
    private static final byte[] LAST_BLOCK = {3, 0};

    @Override
    public OptionalLong length() {
      return OptionalLong.of(
          HEAD.length + (long) mebibytes * unit().length + LAST_BLOCK.length + 8);
    }

    @Override
    public void send(Peer peer) throws IOException {
      OutputStream out = peer.out();
      byte[] unit = unit();
      byte[] zeros = new byte[Zeros.BLOCK];
      CRC32 crc = new CRC32();
      out.write(HEAD);
      for (int sent = 0; sent < mebibytes; sent++) {
        out.write(unit);
        crc.update(zeros);
      }
      out.write(LAST_BLOCK);
      out.write(little(crc.getValue()));
      out.write(little((long) mebibytes * Zeros.BLOCK));
    }

    private static byte[] unit() {
      Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
      try {
        byte[] zeros = new byte[Zeros.BLOCK];
        byte[] into = new byte[8192];
        deflater.setInput(zeros);
        int size = deflater.deflate(into, 0, into.length, Deflater.FULL_FLUSH);
        return Arrays.copyOf(into, size);
      } finally {
        deflater.end();
      }
    }

    private static byte[] little(long number) {
      byte[] four = new byte[4];
      for (int at = 0; at < 4; at++) {
        four[at] = (byte) (number >>> (8 * at));
      }
      return four;
    }
  }
}
