package dev.affiant.cli;

import java.util.Collection;

/** The exit codes of every command, by kind. */
final class Exit {
  static final int OK = 0;
  static final int DEFECT = 1;
  static final int USAGE = 2;
  static final int CHECK_SAID_NO = 3;
  static final int REFUSED = 11;
  static final int ALTERED = 20;

  private Exit() {}

  /** The code of several captures: a defect beats all, else the highest. */
  static int worst(Collection<Integer> codes) {
    return codes.contains(DEFECT)
        ? DEFECT
        : codes.stream().mapToInt(Integer::intValue).max().orElse(OK);
  }
}
