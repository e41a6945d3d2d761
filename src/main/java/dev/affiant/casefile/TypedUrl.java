package dev.affiant.casefile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads addresses as people type and paste them, into ASCII.
 *
 * <p>Source: RFC 3986; WHATWG URL for what browsers accept besides.
 */
final class TypedUrl {
  static final String ONLY_WEB = "only http and https pages can be captured";
  private static final int LONGEST = 16_384;
  private static final Pattern SHAPE =
      Pattern.compile("(?i)(https?)://([^/?#\\\\]*)([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);
  private static final Pattern SCHEME =
      Pattern.compile("(?i)([a-z][a-z0-9+.-]*):.*", Pattern.DOTALL);

  private TypedUrl() {}

  static URI read(String typed) {
    String text = unwrapped(typed.strip());
    check(text);
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      throw new IllegalArgumentException(reason(text));
    }
    String path = shape.group(3);
    if (path.indexOf('\\') >= 0) {
      throw new IllegalArgumentException("the URL has a backslash where a slash belongs");
    }
    String scheme = shape.group(1).toLowerCase(Locale.ROOT);
    String ascii =
        scheme
            + "://"
            + authority(scheme, shape.group(2))
            + Escaped.path(path.isEmpty() ? "/" : path)
            + Escaped.rest(shape.group(4))
            + Escaped.rest(shape.group(5));
    try {
      return new URI(ascii);
    } catch (URISyntaxException e) {
      // without the cause: its message repeats the input
      throw new IllegalArgumentException("not a URL: " + e.getReason().toLowerCase(Locale.ROOT));
    }
  }

  private static String unwrapped(String text) {
    boolean bracketed = text.length() > 2 && text.startsWith("<") && text.endsWith(">");
    return bracketed ? text.substring(1, text.length() - 1).strip() : text;
  }

  private static void check(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("the URL is empty");
    }
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("the URL is longer than 16,384 characters");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("the URL has a line break or control character in it");
    }
  }

  private static String reason(String text) {
    Matcher scheme = SCHEME.matcher(text);
    if (!scheme.matches()) {
      return "the URL has no scheme: begin it with https://";
    }
    String word = scheme.group(1).toLowerCase(Locale.ROOT);
    if (word.equals("http") || word.equals("https")) {
      return "not a URL: two slashes belong after " + word + ":";
    }
    // host:port and user:password look like a scheme
    boolean named = word.indexOf('.') < 0 && !text.matches("(?s)[^:]*:[0-9]{1,5}([/?#].*)?");
    return named ? ONLY_WEB : "the URL has no scheme: begin it with https://";
  }

  private static String authority(String scheme, String raw) {
    HostPort authority = HostPort.parse(raw);
    String host = HostName.ascii(authority.host());
    int usual = scheme.equals("https") ? 443 : 80;
    int port = authority.port().orElse(usual);
    return port == usual ? host : host + ":" + port;
  }
}
