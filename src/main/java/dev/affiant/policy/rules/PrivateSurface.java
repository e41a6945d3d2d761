package dev.affiant.policy.rules;

import dev.affiant.casefile.TargetUrl;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that lead to what is for some people only, told by the address alone: messages,
 * invitations, settings, web mail, links that carry a secret.
 */
final class PrivateSurface {

  /**
   * A kind of address.
   *
   * @param host a host and its subdomains; empty for any
   * @param path what path and query must begin with or hold
   */
  private record Kind(String host, Pattern path, String what) {}

  private static final List<Kind> KINDS =
      List.of(
          kind("t.me", "/(\\+|c/|joinchat)", "an invitation or a closed channel"),
          kind("telegram.me", "/(\\+|c/|joinchat)", "an invitation or a closed channel"),
          kind("instagram.com", "/(direct|stories|accounts)(/|\\?|$)", "messages or stories"),
          kind("x.com", "/(messages|settings|i/chat|notifications)(/|\\?|$)", "a user's own pages"),
          kind("twitter.com", "/(messages|settings|notifications)(/|\\?|$)", "a user's own pages"),
          kind("facebook.com", "/(messages|settings|notifications)(/|\\?|$)", "a user's own pages"),
          kind("messenger.com", "/", "messages"),
          kind("web.whatsapp.com", "/", "messages"),
          kind("chat.whatsapp.com", "/", "an invitation"),
          kind("discord.com", "/channels(/|\\?|$)", "a server's channels"),
          kind(
              "linkedin.com",
              "/(messaging|mynetwork|notifications)(/|\\?|$)",
              "a user's own pages"),
          kind("reddit.com", "/(message|settings|chat)(/|\\?|$)", "a user's own pages"),
          kind("mail.google.com", "/", "somebody's mail"),
          kind("outlook.live.com", "/", "somebody's mail"),
          kind("outlook.office.com", "/", "somebody's mail"),
          kind("mail.yahoo.com", "/", "somebody's mail"),
          kind(
              "",
              "/(wp-admin|admin|administrator|webmail|settings)(/|\\?|$)",
              "a site's own office"));

  /** A query that carries a secret; what signs a picture on a CDN is such a one, too. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)[?&](access_token|auth_token|id_token|session_?id|sid|jwt|token|sig|signature"
              + "|x-amz-signature|x-goog-signature|api_?key|password|passwd|pwd)=[^&]+");

  private PrivateSurface() {}

  /** What this address leads to, if that is not public as far as the address tells. */
  static Optional<String> of(String url) {
    TargetUrl target;
    try {
      target = TargetUrl.parse(url);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // NET-1 refuses what is no address of a page
    }
    String path = target.requestTarget();
    if (SECRET.matcher(path).find()) {
      return Optional.of("something behind a secret in its query");
    }
    String host = target.host().toLowerCase(Locale.ROOT);
    return KINDS.stream()
        .filter(k -> k.host().isEmpty() || host.equals(k.host()) || host.endsWith("." + k.host()))
        .filter(k -> k.path().matcher(path).lookingAt())
        .map(Kind::what)
        .findFirst();
  }

  private static Kind kind(String host, String path, String what) {
    return new Kind(host, Pattern.compile("(?i)" + path), what);
  }
}
