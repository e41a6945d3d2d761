package dev.affiant.address;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose page an address leads to, where the address alone tells: a platform and the name of an
 * account on it, as in {@code x.com/ada}. A page by somebody counts as theirs.
 *
 * @param platform one spelling for all hosts of a platform
 * @param name in lower case
 */
public record AccountKey(String platform, String name) {

  /** Where a platform keeps the name. */
  private record Place(Pattern path) {}

  private static final Place FIRST = new Place(Pattern.compile("/([A-Za-z0-9_.-]{1,64})(?:/.*)?"));
  private static final Place AT = new Place(Pattern.compile("/@([A-Za-z0-9_.-]{1,64})(?:/.*)?"));
  private static final Map<String, Place> PLACES =
      Map.ofEntries(
          Map.entry("x.com", FIRST),
          Map.entry("instagram.com", FIRST),
          Map.entry("facebook.com", FIRST),
          Map.entry("t.me", new Place(Pattern.compile("/(?:s/)?([A-Za-z0-9_]{3,64})(?:/.*)?"))),
          Map.entry("github.com", FIRST),
          Map.entry("threads.net", AT),
          Map.entry("tiktok.com", AT),
          Map.entry("youtube.com", AT),
          Map.entry("medium.com", AT),
          Map.entry("vk.com", FIRST),
          Map.entry(
              "reddit.com",
              new Place(Pattern.compile("/(?:user|u)/([A-Za-z0-9_-]{1,64})(?:/.*)?"))),
          Map.entry(
              "linkedin.com",
              new Place(Pattern.compile("/(?:in|company)/([A-Za-z0-9%_-]{1,100})(?:/.*)?"))),
          Map.entry(
              "bsky.app", new Place(Pattern.compile("/profile/([A-Za-z0-9_.:-]{1,200})(?:/.*)?"))));
  private static final Map<String, String> SAME =
      Map.of(
          "twitter.com",
          "x.com",
          "threads.com",
          "threads.net",
          "telegram.me",
          "t.me",
          "fb.com",
          "facebook.com");
  private static final Set<String> NOBODY =
      Set.of(
          "about",
          "accounts",
          "explore",
          "hashtag",
          "home",
          "i",
          "intent",
          "login",
          "p",
          "reel",
          "search",
          "settings",
          "share",
          "stories",
          "tos",
          "tv",
          "privacy",
          "watch",
          "groups",
          "events",
          "marketplace",
          "pages",
          "sharer",
          "topics",
          "trending",
          "features",
          "robots.txt",
          "favicon.ico",
          "orgs",
          "sponsors",
          "apps",
          "c",
          "joinchat");
  private static final List<String> FRONTS = List.of("www.", "m.", "mobile.", "mbasic.", "old.");

  /** The account that this address names, if it names one. */
  public static Optional<AccountKey> of(URI uri) {
    String platform = platform(String.valueOf(uri.getHost()));
    Place place = PLACES.getOrDefault(platform, AT); // an unknown host may be a Mastodon instance
    Matcher path = place.path().matcher(String.valueOf(uri.getRawPath()));
    if (!path.matches()) {
      return Optional.empty();
    }
    String name = path.group(1).toLowerCase(Locale.ROOT);
    return NOBODY.contains(name) ? Optional.empty() : Optional.of(new AccountKey(platform, name));
  }

  /**
   * The account of this name on a host, however the page writes it: {@code @Ada}, {@code ada}, or
   * {@code @ada@other.example}, which is one of another host.
   */
  public static AccountKey named(String host, String handle) {
    String bare = handle.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
    int at = bare.indexOf('@');
    boolean elsewhere = at > 0 && bare.substring(at + 1).matches("[a-z0-9.-]{1,253}");
    return elsewhere
        ? new AccountKey(platform(bare.substring(at + 1)), bare.substring(0, at))
        : new AccountKey(platform(host), bare);
  }

  private static String platform(String named) {
    String host = named.toLowerCase(Locale.ROOT);
    for (String front : FRONTS) {
      if (host.startsWith(front)) {
        host = host.substring(front.length());
        break;
      }
    }
    return SAME.getOrDefault(host, host);
  }

  /** The same of an address as it was typed or recorded; of what is none, nobody's. */
  public static Optional<AccountKey> of(String address) {
    try {
      return of(URI.create(address.strip()));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /** As authorities and rules spell it: {@code x.com/ada}. */
  public String text() {
    return platform + "/" + name;
  }
}
