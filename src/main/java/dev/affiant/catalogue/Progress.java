package dev.affiant.catalogue;

/** Told how far long work has come, on the thread that does it. */
@FunctionalInterface
public interface Progress {
  /** Nobody is told. */
  Progress NONE = (done, of) -> {};

  /** So many of so many entries are done. */
  void at(long done, long of);
}
