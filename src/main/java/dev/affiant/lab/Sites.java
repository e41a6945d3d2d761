package dev.affiant.lab;

/**
 * The addresses of the fixture pages, for Java callers. Every one may be asked for by https as well
 * ({@link #secure}).
 */
public final class Sites {
  /** A tiny page: heading, style sheet, one picture. */
  public static final String SELF_TEST = "http://selftest.lab/";

  private Sites() {}

  /** The same page by https. */
  public static String secure(String url) {
    return url.replaceFirst("^http:", "https:");
  }
}
