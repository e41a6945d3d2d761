package dev.affiant.seal;

import java.util.Locale;

/** What kind of fact an entry commits to. The word is sealed in the entry. */
public enum EntryType {
  GENESIS,
  KEY,
  CONFIG,
  CASE,
  AUTHORITY,
  OVERRIDE,
  TERMS,
  ATTEMPT,
  CAPTURE,
  REFUSAL,
  INTERRUPTED,
  DECISION,
  DERIVE,
  ANNOTATE,
  EXPORT,
  HOLD,
  LIFT,
  RESTRICT,
  ERASURE,
  ANCHOR,
  WATCH,
  SKIP;

  /** As it is written: {@code capture}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type so written. */
  public static EntryType of(String word) {
    for (EntryType type : values()) {
      if (type.word().equals(word)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no such entry type: " + word);
  }
}
