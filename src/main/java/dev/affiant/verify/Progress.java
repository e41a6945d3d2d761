package dev.affiant.verify;

/** Told how far verification has come. Called from several threads, one at a time. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress SILENT = (objects, of, bytes) -> {};

  /**
   * So much is done.
   *
   * @param objects checked so far
   * @param of how many there are, as far as is known
   * @param bytes hashed so far
   */
  void at(long objects, long of, long bytes);
}
