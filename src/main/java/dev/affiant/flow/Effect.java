package dev.affiant.flow;

import java.util.Locale;

/** What the end of one request means for the capture. Sealed with each request. */
public enum Effect {
  /** It is accounted for. */
  ACCOUNTED,
  /** Worth knowing, but nothing of the page is missing for it. */
  WARNING,
  /** Something of the page is missing. */
  PARTIAL;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
