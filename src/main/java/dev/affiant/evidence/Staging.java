package dev.affiant.evidence;

/**
 * Where a capture's bytes lie, hashed as they arrive, until policy says which may be kept. Any
 * thread may write; none can hold the end up.
 */
public interface Staging extends Holding {

  /** A new place to write some bytes to. */
  Sink sink();

  /** Files these bytes at once. */
  default Digest put(byte[] bytes) {
    Sink sink = sink();
    sink.write(bytes, 0, bytes.length);
    return sink.end(Extent.WHOLE);
  }

  /**
   * Ends it: open sinks end as {@link Extent#TIME} with the hash of what came, later writes are
   * dropped. Never waits for a write that hangs.
   */
  void shut();

  /** One stream of bytes on its way in. Used by one thread at a time. */
  interface Sink {

    /**
     * Adds bytes; false once the staging is shut or the disk refused, after which the rest is
     * dropped.
     */
    boolean write(byte[] bytes, int from, int length);

    /** Ends it, and says what came. A second call gives the same answer. */
    Digest end(Extent extent);

    /** How much of the source is in it: what {@link #end} was told, or TIME if it was shut. */
    Extent extent();
  }
}
