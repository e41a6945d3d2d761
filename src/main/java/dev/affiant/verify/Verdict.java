package dev.affiant.verify;

import java.util.Collection;

/**
 * What the record shows of itself; never that it is true. The gravest first, each with the exit
 * code of {@code verify}.
 */
public enum Verdict {
  /** Bytes are not those that were sealed. */
  ALTERED(20),
  /** Something that was sealed is not there. */
  INCOMPLETE(21),
  /** The log's head is not signed by the key that it should be, or the log was set back. */
  LOG_UNVERIFIED(23),
  /** No outside clock shows when, though one should. */
  TIME_UNPROVEN(22),
  /** Everything is there and as it was sealed. */
  INTACT(0);

  private final int exitCode;

  Verdict(int exitCode) {
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }

  /** As people and scripts read it: {@code TIME-UNPROVEN}. */
  public String word() {
    return name().replace('_', '-');
  }

  /** The gravest of several; intact if there is none. */
  public static Verdict gravest(Collection<Verdict> verdicts) {
    return verdicts.stream().min(Verdict::compareTo).orElse(INTACT);
  }
}
