package dev.affiant.seal;

import java.io.IOException;
import java.util.Optional;

/**
 * Read access to a ledger in C2SP tlog-tiles form, wherever its files lie: a store, an export, a
 * package. What it hands out is not yet checked.
 *
 * <p>Source: c2sp.org/tlog-tiles, c2sp.org/tlog-checkpoint.
 */
public interface Log {

  /** The newest signed checkpoint, as the exact bytes of the note; empty if there is none. */
  Optional<byte[]> checkpoint() throws IOException;

  /**
   * A file by its path in the layout, as {@code tile/0/000} or {@code tile/entries/000.p/7}; empty
   * if it is not there.
   */
  Optional<byte[]> file(String path) throws IOException;
}
