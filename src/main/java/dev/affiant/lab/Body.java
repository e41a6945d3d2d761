package dev.affiant.lab;

import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a reply says: pieces as they are sent, and the same without the content coding.
 *
 * @param decoded the pieces that a client has after decoding; equal to {@code sent} without a
 *     coding
 */
record Body(List<Piece> sent, List<Piece> decoded) {
  static final Body EMPTY = plain(List.of());

  Body {
    sent = List.copyOf(sent);
    decoded = List.copyOf(decoded);
  }

  /** A body without a content coding. */
  static Body plain(List<Piece> pieces) {
    return new Body(pieces, pieces);
  }

  /** How many bytes are sent; empty if there is no end. */
  OptionalLong length() {
    return length(sent);
  }

  void send(Peer peer) throws IOException {
    for (Piece piece : sent) {
      piece.send(peer);
    }
    peer.out().flush();
  }

  /** What is sent, hashed; only of a body that has an end. */
  Digest sentDigest() {
    return digest(sent);
  }

  /** What remains after decoding, hashed; only of a body that has an end. */
  Digest decodedDigest() {
    return digest(decoded);
  }

  private static OptionalLong length(List<Piece> pieces) {
    long sum = 0;
    for (Piece piece : pieces) {
      OptionalLong one = piece.length();
      if (one.isEmpty()) {
        return OptionalLong.empty();
      }
      sum += one.getAsLong();
    }
    return OptionalLong.of(sum);
  }

  private static Digest digest(List<Piece> pieces) {
    if (length(pieces).isEmpty()) {
      throw new IllegalArgumentException("a body without an end has no digest");
    }
    try (Tally tally = new Tally(OutputStream.nullOutputStream())) {
      for (Piece piece : pieces) {
        piece.send(Peer.hasty(tally));
      }
      return tally.digest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts and hashes what passes. */
  static final class Tally extends OutputStream {
    private final OutputStream out;
    private final MessageDigest hasher = Sha256.hasher();
    private long bytes;

    Tally(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int at, int count) throws IOException {
      out.write(from, at, count);
      hasher.update(from, at, count);
      bytes += count;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    /** What has passed; to be asked once. */
    Digest digest() {
      return new Digest(Sha256.wrap(hasher.digest()), bytes);
    }
  }
}
