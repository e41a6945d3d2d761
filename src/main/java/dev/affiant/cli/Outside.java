package dev.affiant.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a command may write for people: anywhere but among the files that a store is made of. */
final class Outside {
  private static final List<String> OWN = List.of("objects", "ledger", "keys", "staging");

  private Outside() {}

  static void require(Path store, Path out) {
    Path target = real(out.toAbsolutePath().normalize());
    for (String own : OWN) {
      if (target.startsWith(real(store.toAbsolutePath().normalize()).resolve(own))) {
        throw new UsageFault(
            out + " is among the store's own files, in " + own, "name a place outside");
      }
    }
  }

  /** The path with the links in as much of it as is there followed. */
  private static Path real(Path path) {
    for (Path there = path; there != null; there = there.getParent()) {
      if (Files.exists(there)) {
        try {
          return there.toRealPath().resolve(there.relativize(path));
        } catch (IOException e) {
          throw new UsageFault("the place cannot be looked at: " + there, "");
        }
      }
    }
    return path;
  }
}
