package dev.affiant.store;

import dev.affiant.seal.Log;
import java.io.IOException;
import java.util.Optional;

/** A ledger as it was at one checkpoint, however it grows meanwhile. */
record PinnedLog(Optional<byte[]> checkpoint, Log files) implements Log {

  @Override
  public Optional<byte[]> file(String path) throws IOException {
    return files.file(path);
  }
}
