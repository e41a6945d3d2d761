package dev.affiant.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Anything that holds bytes by their hash: a store, an exported directory, a package, a WACZ. What
 * it hands out is not yet checked against the hash.
 */
public interface Holding {

  /** The bytes filed under this hash, if they are here. The caller closes the stream. */
  Optional<InputStream> open(Sha256 object) throws IOException;

  /**
   * All of them at once; for small things such as manifests.
   *
   * @throws IOException if there are more than {@link Folder#SMALL}
   */
  default Optional<byte[]> bytes(Sha256 object) throws IOException {
    Optional<InputStream> found = open(object);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = found.get()) {
      byte[] bytes = in.readNBytes(Folder.SMALL + 1);
      if (bytes.length > Folder.SMALL) {
        throw new IOException(object + " is too large");
      }
      return Optional.of(bytes);
    }
  }
}
