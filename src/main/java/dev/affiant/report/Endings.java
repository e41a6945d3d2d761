package dev.affiant.report;

import dev.affiant.evidence.End;

/** What the seven words mean, in a sentence each; no sentence says more than the record shows. */
final class Endings {
  private Endings() {}

  static String meaning(End end) {
    return switch (end) {
      case COMPLETE ->
          "Everything that was planned was kept, and every request of the page is accounted for.";
      case PARTIAL -> "The page was captured with the shortfalls named here.";
      case REFUSED -> "Policy said no. What it said, and on which rules, is below.";
      case WALLED ->
          "Something stood between the public and the content. The wall is recorded; nothing behind"
              + " it was.";
      case ABSENT -> "The site answered that this is not there. That answer is what was captured.";
      case UNREACHABLE -> "No page was received. What came instead is recorded.";
      case INTERRUPTED ->
          "The capture was stopped before its end. Nothing of what it had is kept as content.";
    };
  }

  /** The meaning of a word that may be of a version to come. */
  static String meaning(String outcome) {
    for (End end : End.values()) {
      if (end.name().equals(outcome)) {
        return meaning(end);
      }
    }
    return "";
  }
}
