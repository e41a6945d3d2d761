package dev.affiant.flow;

/**
 * Where a flow came to.
 *
 * @param detail the browser's or the rule's words, or empty
 */
public record Stop(At at, String detail) {

  /** The places where a flow can stop. */
  public enum At {
    /** It did all that it had to do. */
    END,
    /** Nothing was visited: no permit. */
    NOT_STARTED,
    /** No document of the site ever came. */
    NOT_REACHED,
    /** Policy said no once the page was seen. */
    REFUSED,
    /** The deadline passed. */
    DEADLINE,
    /** The tab crashed. */
    CRASHED,
    /** Browser or driver went away. */
    BROWSER_GONE,
    /** Somebody asked us to stop. */
    CUT
  }

  public static final Stop NOT_STARTED = new Stop(At.NOT_STARTED, "");
  public static final Stop END = new Stop(At.END, "");
}
