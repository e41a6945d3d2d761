package dev.affiant.evidence;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a tree as a ZIP: every file stored as it is, in the tree's order, dated 1980-01-01, with
 * no attributes. The same tree gives the same bytes on every Java, which no compressor promises;
 * more than 4 GiB is written as ZIP64. Each file is read twice, since a stored file's checksum
 * stands before it.
 *
 * <p>Source: PKWARE APPNOTE 6.3.10.
 */
public final class TreeZip {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final int BUFFER = 1 << 16;

  private TreeZip() {}

  /**
   * Writes the tree; the stream stays open.
   *
   * @throws IOException if the stream refuses, or a file is not what its digest says
   */
  public static void write(Tree tree, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (ZipOutputStream zip = new ZipOutputStream(new Unclosed(out), StandardCharsets.UTF_8)) {
      for (Tree.Leaf leaf : tree.leaves()) {
        zip.putNextEntry(entry(leaf, checksum(leaf, buffer)));
        try (InputStream in = leaf.source().open()) {
          for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            zip.write(buffer, 0, read);
          }
        }
        zip.closeEntry();
      }
    }
    out.flush();
  }

  private static ZipEntry entry(Tree.Leaf leaf, long crc) {
    ZipEntry entry = new ZipEntry(leaf.name());
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(NO_TIME);
    entry.setSize(leaf.digest().bytes());
    entry.setCompressedSize(leaf.digest().bytes());
    entry.setCrc(crc);
    return entry;
  }

  private static long checksum(Tree.Leaf leaf, byte[] buffer) throws IOException {
    CRC32 crc = new CRC32();
    MessageDigest hasher = Sha256.hasher();
    long length = 0;
    try (InputStream in = leaf.source().open()) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        crc.update(buffer, 0, read);
        hasher.update(buffer, 0, read);
        length += read;
      }
    }
    Digest found = new Digest(Sha256.wrap(hasher.digest()), length);
    if (!found.equals(leaf.digest())) {
      throw new IOException(
          "%s is not what was to be written: %s, %d bytes"
              .formatted(leaf.name(), found.sha256(), length));
    }
    return crc.getValue();
  }

  /** The caller's stream, which stays open when the ZIP ends. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() {}
  }
}
