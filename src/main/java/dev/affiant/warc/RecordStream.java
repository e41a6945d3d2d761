package dev.affiant.warc;

import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Times;
import dev.affiant.network.Header;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Writes records one after another, each a gzip member of its own.
 *
 * <p>A body is read twice: once to hash the block, whose digest stands before it, and once to write
 * it. Both times it must have the hash that it is filed under. Memory stays at a few buffers
 * whatever a body's size; a small body is read once and kept between.
 */
final class RecordStream {
  private static final int BUFFER = 1 << 16;
  private static final int SMALL = 1 << 20;

  private final Holding holding;
  private final GzipMembers out;
  private final byte[] buffer = new byte[BUFFER];
  private int records;

  RecordStream(Holding holding, OutputStream out) {
    this.holding = holding;
    this.out = new GzipMembers(out);
  }

  int records() {
    return records;
  }

  /**
   * Writes a record.
   *
   * @throws IOException if a body is not in the holding, or not what its hash says
   */
  void write(WarcRecord record) throws IOException {
    Block block = record.block();
    if (block.body().isEmpty()) {
      writeWhole(record, block.head());
    } else if (block.body().get().bytes() <= SMALL) {
      writeWhole(record, gathered(block.head(), block.body().get()));
    } else {
      writeStreamed(record, block.body().get());
    }
    records++;
  }

  private void writeWhole(WarcRecord record, byte[] block) throws IOException {
    out.begin(Squeeze.of(block, block.length));
    out.write(head(record, Digest.of(block)));
    out.write(block);
    finish();
  }

  private byte[] gathered(byte[] head, Digest body) throws IOException {
    byte[] block = Arrays.copyOf(head, Math.toIntExact(head.length + body.bytes()));
    try (InputStream in = open(body)) {
      int read = in.readNBytes(block, head.length, (int) body.bytes());
      MessageDigest hasher = Sha256.hasher();
      hasher.update(block, head.length, read);
      check(body, Sha256.wrap(hasher.digest()), in.read() < 0 ? read : body.bytes() + 1);
    }
    return block;
  }

  private void writeStreamed(WarcRecord record, Digest body) throws IOException {
    byte[] before = record.block().head();
    Digest whole = new Digest(blockHash(before, body), before.length + body.bytes());
    try (InputStream in = open(body)) {
      int read = in.readNBytes(buffer, 0, BUFFER);
      out.begin(Squeeze.of(buffer, read));
      out.write(head(record, whole));
      out.write(before);
      check(body, copied(in, read), body.bytes());
    }
    finish();
  }

  /** Writes what is in the buffer and all that follows, and says what its hash was. */
  private Sha256 copied(InputStream in, int first) throws IOException {
    MessageDigest hasher = Sha256.hasher();
    int read = first;
    while (read > 0) {
      hasher.update(buffer, 0, read);
      out.write(buffer, 0, read);
      read = in.read(buffer);
    }
    return Sha256.wrap(hasher.digest());
  }

  private Sha256 blockHash(byte[] head, Digest body) throws IOException {
    MessageDigest hasher = Sha256.hasher();
    hasher.update(head);
    long length = 0;
    try (InputStream in = open(body)) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        hasher.update(buffer, 0, read);
        length += read;
      }
    }
    check(body, body.sha256(), length);
    return Sha256.wrap(hasher.digest());
  }

  private InputStream open(Digest body) throws IOException {
    return holding
        .open(body.sha256())
        .orElseThrow(
            () -> new FileNotFoundException("a recorded body is not here: " + body.sha256()));
  }

  private static void check(Digest said, Sha256 hash, long length) throws IOException {
    if (!said.sha256().equals(hash) || said.bytes() != length) {
      throw new IOException("a recorded body is not what its hash says: " + said.sha256());
    }
  }

  private static byte[] head(WarcRecord record, Digest block) {
    StringBuilder text = new StringBuilder(1024).append("WARC/1.1\r\n");
    field(text, "WARC-Type", record.type());
    field(text, "WARC-Record-ID", record.id());
    field(text, "WARC-Date", Times.text(record.at()));
    for (Header header : record.fields()) {
      field(text, header.name(), header.value());
    }
    field(text, "WARC-Block-Digest", "sha256:" + block.sha256());
    field(text, "Content-Length", Long.toString(block.bytes()));
    return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void field(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(OneLine.of(value)).append("\r\n");
  }

  private void finish() throws IOException {
    out.write(new byte[] {'\r', '\n', '\r', '\n'});
    out.end();
  }
}
