package dev.affiant.warc;

import dev.affiant.evidence.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Hashes parts of a stream on the way through it. */
final class Segments {
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private long at;

  Segments(InputStream in) {
    this.in = in;
  }

  void skipTo(long offset) throws IOException {
    in.skipNBytes(offset - at);
    at = offset;
  }

  /** The hash of the next so many bytes. */
  Sha256 hash(long length) throws IOException {
    MessageDigest hasher = Sha256.hasher();
    for (long left = length; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new EOFException("the file ends inside a record");
      }
      hasher.update(buffer, 0, read);
      left -= read;
    }
    at += length;
    return Sha256.wrap(hasher.digest());
  }

  /** The hash of all that is left of a stream. */
  static Sha256 hash(InputStream in) throws IOException {
    MessageDigest hasher = Sha256.hasher();
    byte[] buffer = new byte[1 << 13];
    for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
      hasher.update(buffer, 0, read);
    }
    return Sha256.wrap(hasher.digest());
  }
}
