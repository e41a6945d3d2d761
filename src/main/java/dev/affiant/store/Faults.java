package dev.affiant.store;

import java.io.IOException;
import java.nio.file.Path;

/** Says what a file system's refusals mean for one store. */
record Faults(Disk disk, Path root) {

  /** Something that the file system may refuse. */
  interface Act<T> {
    T perform() throws IOException;
  }

  /**
   * Performs it.
   *
   * @throws StoreFault in place of the file system's exception
   */
  <T> T guard(Act<T> act) {
    try {
      return act.perform();
    } catch (IOException e) {
      throw StoreFault.of(e, disk, root);
    }
  }

  /** The fault of a store that is not as it was left. */
  static StoreFault altered(String what, Path where) {
    return new StoreFault(
        StoreFault.Kind.ALTERED,
        what,
        where,
        "nothing is added to it; `affiant verify --all` says what is wrong, and a copy mends it");
  }
}
