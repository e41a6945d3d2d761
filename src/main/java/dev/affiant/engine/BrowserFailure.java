package dev.affiant.engine;

/** A call to the browser that did not come to its end. */
public final class BrowserFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a call can break. */
  public enum Kind {
    /** It was interrupted: its own limit or the capture's deadline passed. */
    TIMEOUT,
    /** The page's renderer died. */
    CRASHED,
    /** Browser or driver are gone. */
    GONE,
    /** The browser said no. */
    REFUSED
  }

  private final Kind kind;

  public BrowserFailure(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public BrowserFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
