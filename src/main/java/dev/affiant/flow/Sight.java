package dev.affiant.flow;

import dev.affiant.address.Site;
import dev.affiant.casefile.TargetUrl;
import dev.affiant.engine.Glance;
import dev.affiant.evidence.Access;
import dev.affiant.network.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the gates make of a loaded page: one kind of access, and the signals that fired.
 *
 * <p>These are the gates that hold for any site: the status, a password form after a redirect, an
 * empty shell. A profile's own come with the profiles.
 */
public record Sight(Access access, List<String> signals) {
  public Sight {
    signals = List.copyOf(signals);
  }

  private static final String UNSEEN = "the page could not be looked at";

  private static final String NO_PAGE = "the browser's own page about an error shows";

  /** A page that nobody has looked at yet. */
  static Sight none() {
    return new Sight(Access.UNCLASSIFIED, List.of(UNSEEN));
  }

  /** Whether something of the browser's own stood where the page was to be. */
  boolean errorPage() {
    return signals.equals(List.of(NO_PAGE));
  }

  /** Whether nothing is known of the page, because it never answered. */
  boolean unseen() {
    return signals.equals(List.of(UNSEEN));
  }

  /**
   * Classifies a page by the main document's status and what shows.
   *
   * @param redirected whether the visit was sent on to another place, by the server or by a page
   */
  static Sight of(int status, boolean redirected, Optional<Glance> glance) {
    if (glance.filter(g -> g.url().startsWith("chrome-error:")).isPresent()) {
      return new Sight(Access.UNCLASSIFIED, List.of(NO_PAGE));
    }
    Optional<Access> byStatus = byStatus(status);
    if (byStatus.isPresent()) {
      return new Sight(byStatus.get(), List.of("status " + status));
    }
    if (glance.isEmpty()) {
      return none();
    }
    return byLook(status, redirected, glance.get());
  }

  /**
   * The same, unless it is content of another site than the one that was asked for: that is shown
   * and kept, and is not what was asked for.
   */
  Sight ofSite(TargetUrl asked, Optional<Glance> glance) {
    Optional<String> other =
        glance
            .flatMap(g -> Place.of(g.url()))
            .map(Place::host)
            .filter(host -> !Site.same(bare(asked.host()), host));
    if (other.isEmpty() || (access != Access.CONTENT && access != Access.CONTENT_PARTIAL)) {
      return this;
    }
    List<String> more = new ArrayList<>(signals);
    more.add("of " + other.get() + ", where " + asked.host() + " was asked for");
    return new Sight(Access.OFFSITE_REDIRECT, more);
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /**
   * Whether a page's address has another host or path than the one that was asked for, by whatever
   * means it came there: a script and a refresh send on without a redirect.
   */
  static boolean elsewhere(TargetUrl asked, String found) {
    try {
      URI now = new URI(found);
      return !asked.host().equalsIgnoreCase(String.valueOf(now.getHost()))
          || !path(asked.uri()).equals(path(now));
    } catch (URISyntaxException unreadable) {
      return true; // a document that has no address of the web
    }
  }

  private static String path(URI uri) {
    String path = String.valueOf(uri.getRawPath());
    return path.isEmpty() ? "/" : path;
  }

  private static Optional<Access> byStatus(int status) {
    return Optional.ofNullable(
        switch (status) {
          case 401, 403 -> Access.FORBIDDEN;
          case 404 -> Access.NOT_FOUND;
          case 410 -> Access.REMOVED;
          case 420, 429, 999 -> Access.RATE_LIMITED;
          case 451 -> Access.GEO_BLOCKED;
          default ->
              status >= 500 ? Access.SERVER_ERROR : status >= 400 ? Access.UNCLASSIFIED : null;
        });
  }

  private static Sight byLook(int status, boolean redirected, Glance glance) {
    List<String> signals = new ArrayList<>();
    if (glance.passwordField()) {
      signals.add("a visible password field");
      if (redirected) {
        signals.add("where the visit was sent on to: " + glance.url());
        return new Sight(Access.LOGIN_WALL, signals);
      }
    }
    boolean shows = glance.words() > 0 || glance.decodedImages() > 0;
    if (status >= 200 && status < 300 && shows) {
      signals.add("status " + status);
      signals.add(glance.words() + " visible words, " + glance.decodedImages() + " images");
      return new Sight(Access.CONTENT, signals);
    }
    signals.add(shows ? "status " + status : "no visible word and no image");
    return new Sight(shows ? Access.UNCLASSIFIED : Access.EMPTY_SHELL, signals);
  }
}
