package dev.affiant.lab;

import java.util.Locale;

/**
 * The addresses of the fixture pages, for Java callers. Every host is served by http and by https
 * ({@link #secure}); what a page is for stands in its site.yaml.
 */
public final class Sites {
  /** A tiny page: heading, style sheet, one picture. */
  public static final String SELF_TEST = "http://selftest.lab/";

  /** A post with a picture and three replies. */
  public static final String MASTODON_POST = "http://mastodon.lab/@ada/103270115826048975";

  /** A post that its author has removed: 410. */
  public static final String MASTODON_REMOVED = "http://mastodon.lab/@ada/1";

  /** A thread of 40 comments, 12 with a picture that loads when near. */
  public static final String BOARD_THREAD = "http://board.lab/t/night-ferry";

  /** An item whose third picture, {@code /p/3.jpg}, answers 404. */
  public static final String SHOP_ITEM = "http://shop.lab/item/9";

  /** Redirects to a form with a password field. */
  public static final String CLUB_MEMBERS = "http://club.lab/members";

  /** 404, with a page that says so. */
  public static final String GONE = "http://gone.lab/some/page";

  /** A certificate under a CA that nobody trusts. */
  public static final String BAD_CERTIFICATE = "https://badcert.lab/";

  /** A certificate that ended yesterday. */
  public static final String EXPIRED_CERTIFICATE = "https://expired.badcert.lab/";

  /** Another host's certificate. */
  public static final String WRONG_NAME_CERTIFICATE = "https://wrongname.badcert.lab/";

  /** A certificate that vouches for itself. */
  public static final String SELF_SIGNED_CERTIFICATE = "https://selfsigned.badcert.lab/";

  /** Redirects to {@code http://10.1.2.3/}. */
  public static final String REDIRECT_PRIVATE = "http://redirect.lab/private";

  /** Redirects to {@code file:///etc/passwd}. */
  public static final String REDIRECT_FILE = "http://redirect.lab/file";

  /** Redirects to {@link #MASTODON_POST}, another site's page. */
  public static final String REDIRECT_ELSEWHERE = "http://redirect.lab/cross-site";

  /** A good https page with parts from two hosts. */
  public static final String SECURE = "https://secure.lab/";

  /** Every kind of request, a 50 MiB body, one picture that fails and one aborted fetch. */
  public static final String ZOO = "https://zoo.lab/";

  /** {@link #ZOO} over two redirects. */
  public static final String ZOO_START = "https://zoo.lab/start";

  /** {@link #ZOO} with 1 MiB. */
  public static final String ZOO_SMALL = "https://zoo.lab/small";

  /** The zoo where nothing fails, with 1 MiB. */
  public static final String ZOO_QUIET = "https://zoo.lab/quiet";

  /** The zoo where nothing fails, with 50 MiB. */
  public static final String ZOO_QUIET_BIG = "https://zoo.lab/quiet-big";

  /** A page that fetches 500 MiB. */
  public static final String HUGE = "http://zoo.lab/huge";

  /** A page that fetches 20 bodies of 5 MiB at once. */
  public static final String PARALLEL = "http://zoo.lab/parallel";

  /** The list of hostile pages; append a path, such as {@code while1}. */
  public static final String HOSTILE = "http://hostile.lab/";

  /** Hostile strings in title, names, console, dialogs and text at once. */
  public static final String STRINGS_EVERYTHING = "http://strings.lab/everything";

  /** Hostile strings in response headers. */
  public static final String STRINGS_HEADERS = "http://strings.lab/headers";

  /** Hostile strings in the URLs of pictures. */
  public static final String STRINGS_NAMES = "http://strings.lab/names";

  /** A short page. */
  public static final String BENCH_LIGHT = "http://bench.lab/light";

  /** A page of 100 requests. */
  public static final String BENCH_HUNDRED = "http://bench.lab/hundred";

  /** A long page whose pictures a script loads when they come near. */
  public static final String BENCH_LAZY = "http://bench.lab/lazy";

  /** A long page of text. */
  public static final String BENCH_ARTICLE = "http://bench.lab/article";

  /** A page that builds itself by script. */
  public static final String BENCH_SCRIPT = "http://bench.lab/script";

  /**
   * A host name that is not in the lab's map, for a resolver that first answers a public address.
   */
  public static final String REBINDING_HOST = "rebind.hostile.lab";

  private Sites() {}

  /** What is wrong, or special, about a page of {@code tall.lab}. */
  public enum Tall {
    /** Nothing: numbered rows. */
    H,
    /** A header with {@code position: fixed}. */
    FIXED,
    /** A header with {@code position: sticky}. */
    STICKY,
    /** Pictures with {@code loading=lazy}. */
    LAZY,
    /** Rows that get their text once they have been in view. */
    OBSERVED
  }

  /**
   * A page of exactly this height.
   *
   * @param px 900, 16400 or 60000; of the plain kind also 33000 and 100000
   */
  public static String tall(Tall kind, int px) {
    return "http://tall.lab/" + kind.name().toLowerCase(Locale.ROOT) + "/" + px;
  }

  /** The hostile page of this name, such as {@code while1}. */
  public static String hostile(String name) {
    return HOSTILE + name;
  }

  /** The same page by https. */
  public static String secure(String url) {
    return url.replaceFirst("^http:", "https:");
  }
}
