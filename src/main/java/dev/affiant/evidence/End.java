package dev.affiant.evidence;

/** How a capture can end: one of seven words, each with the exit code of the command. */
public enum End {
  COMPLETE(0),
  PARTIAL(10),
  REFUSED(11),
  WALLED(12),
  ABSENT(13),
  UNREACHABLE(14),
  INTERRUPTED(15);

  private final int exitCode;

  End(int exitCode) {
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
