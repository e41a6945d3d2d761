package dev.affiant.evidence;

import java.util.Locale;

/**
 * What the gates found on the page. It is an input to the {@link Outcome}, and never printed as
 * one.
 */
public enum Access {
  CONTENT,
  CONTENT_PARTIAL,
  LOGIN_WALL,
  AGE_GATE,
  CONSENT_WALL,
  PRIVATE_ACCOUNT,
  REMOVED,
  NOT_FOUND,
  SUSPENDED,
  GEO_BLOCKED,
  FORBIDDEN,
  PAYWALL,
  RATE_LIMITED,
  BOT_CHECK,
  SERVER_ERROR,
  EMPTY_SHELL,
  OFFSITE_REDIRECT,
  UNCLASSIFIED;

  /** As reasons and signals spell it: {@code login-wall}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
