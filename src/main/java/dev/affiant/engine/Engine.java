package dev.affiant.engine;

/**
 * One browser of one make, owned by the thread that made it; only {@link #kill} may be called from
 * another.
 */
public interface Engine extends AutoCloseable {

  /** What this engine and its browser are. */
  Offer offers();

  /** Opens a fresh context with one tab, behind this capture's lane. */
  Tab open(Opening opening);

  /** Ends browser and driver at once, whatever they do; a call blocked on them then throws. */
  void kill();

  @Override
  void close();
}
