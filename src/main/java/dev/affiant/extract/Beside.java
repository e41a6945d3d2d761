package dev.affiant.extract;

import dev.affiant.evidence.Sha256;
import java.util.Optional;

/**
 * What came beside the main document: of pictures, which bytes they were. Any thread; it may read
 * from disk.
 */
public interface Beside {
  /** Nothing was kept of what came beside. */
  Beside NOTHING =
      new Beside() {
        @Override
        public Optional<Came> of(String url) {
          return Optional.empty();
        }

        @Override
        public Optional<byte[]> bytes(Sha256 sha256) {
          return Optional.empty();
        }
      };

  /** What came for an address that the page asked for. */
  Optional<Came> of(String url);

  /** The bytes with this hash, if they were kept. */
  Optional<byte[]> bytes(Sha256 sha256);

  /**
   * Something that came.
   *
   * @param mediaType as its server said, without parameters, in lower case
   */
  record Came(Sha256 sha256, long bytes, String mediaType) {}
}
