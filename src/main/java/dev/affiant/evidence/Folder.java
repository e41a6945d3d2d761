package dev.affiant.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Files by name, for reading: an exported directory, the inside of a WACZ or of a package. What it
 * hands out is not yet checked.
 */
public interface Folder {
  /** Small files are at most this long; a larger one is not what its name says. */
  int SMALL = 64 << 20;

  /** The names of all files, relative, with slashes. */
  SortedSet<String> names() throws IOException;

  /** The file of this name, if there is one. The caller closes the stream. */
  Optional<InputStream> open(String name) throws IOException;

  /**
   * All bytes of a small file.
   *
   * @throws IOException if it has more than {@link #SMALL} bytes
   */
  default Optional<byte[]> bytes(String name) throws IOException {
    Optional<InputStream> found = open(name);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = found.get()) {
      byte[] bytes = in.readNBytes(SMALL + 1);
      if (bytes.length > SMALL) {
        throw new IOException(name + " is too large");
      }
      return Optional.of(bytes);
    }
  }
}
