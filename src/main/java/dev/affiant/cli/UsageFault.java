package dev.affiant.cli;

/**
 * Something that the person at the command line can mend: what was wrong, where, and what to do.
 * Nothing has been sealed.
 */
public final class UsageFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String mend;

  /**
   * A fault.
   *
   * @param what what was wrong, and where
   * @param mend a command to paste or words to follow, or empty
   */
  public UsageFault(String what, String mend) {
    super(what);
    this.mend = mend;
  }

  /** What to do about it. */
  public String mend() {
    return mend;
  }
}
