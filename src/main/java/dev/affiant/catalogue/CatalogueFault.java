package dev.affiant.catalogue;

/**
 * The catalogue cannot answer: what is wrong and what mends it, in one line. The evidence stands.
 */
public final class CatalogueFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of fault. */
  public enum Kind {
    /** Somebody else had it for longer than we wait. */
    BUSY,
    /** A newer Affiant made it. */
    NEWER,
    /** The ledger is shorter than, or not the one, that the catalogue was made from. */
    ROLLED_BACK,
    /** The ledger cannot be read. */
    LEDGER,
    /** A hand-over file is not one, or an object for one is not what its hash says. */
    HAND_OVER,
    /** The disk failed or is full. */
    DISK
  }

  private final Kind kind;

  CatalogueFault(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  CatalogueFault(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
