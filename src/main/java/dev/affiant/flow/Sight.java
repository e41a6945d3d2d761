package dev.affiant.flow;

import dev.affiant.address.Site;
import dev.affiant.casefile.TargetUrl;
import dev.affiant.engine.Glance;
import dev.affiant.evidence.Access;
import dev.affiant.flow.GateSignal.Hit;
import dev.affiant.flow.GateSignal.Strength;
import dev.affiant.network.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the gates make of a loaded page: one kind of access, and the signals that fired.
 *
 * <p>Status and headers go first, then the signals of {@link Gates}, then whether anything shows.
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

  /** Classifies a page of which only the status is known. */
  static Sight unseen(int status) {
    return byStatus(status).map(a -> new Sight(a, List.of("status " + status))).orElse(none());
  }

  /** Classifies a page. */
  static Sight of(Facts facts, Gates gates) {
    if (facts.glance().url().startsWith("chrome-error:")) {
      return new Sight(Access.UNCLASSIFIED, List.of(NO_PAGE));
    }
    List<Hit> hits = gates.hits(facts);
    Optional<Access> byStatus = byStatus(facts.status());
    Optional<Hit> gate =
        hits.stream()
            .filter(h -> h.strength() == Strength.GATE)
            .filter(h -> byStatus.isEmpty() || explains(h.signal().gate(), byStatus.get()))
            .findFirst();
    if (gate.isPresent()) {
      return new Sight(gate.get().signal().gate(), words(hits, Strength.GATE));
    }
    return byStatus.isPresent()
        ? new Sight(byStatus.get(), List.of("status " + facts.status()))
        : byLook(facts, words(hits, Strength.OVER));
  }

  /** Whether a gate says why a status is what it is. */
  private static boolean explains(Access gate, Access byStatus) {
    return switch (byStatus) {
      case FORBIDDEN, UNCLASSIFIED -> true;
      case SERVER_ERROR -> gate == Access.BOT_CHECK || gate == Access.RATE_LIMITED;
      default -> gate == Access.BOT_CHECK;
    };
  }

  private static List<String> words(List<Hit> hits, Strength strength) {
    return hits.stream()
        .filter(h -> h.strength() == strength)
        .map(h -> h.signal().gate().word() + ": " + h.words())
        .toList();
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

  /** The same, unless it counts as content and what the profile calls content does not show. */
  Sight marked(boolean marked, String profile) {
    if (marked || (access != Access.CONTENT && access != Access.CONTENT_PARTIAL)) {
      return this;
    }
    List<String> more = new ArrayList<>(signals);
    more.add("nothing shows of what " + profile + " calls content");
    return new Sight(Access.UNCLASSIFIED, more);
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

  private static Sight byLook(Facts facts, List<String> over) {
    int status = facts.status();
    Glance glance = facts.glance();
    boolean shows = glance.words() > 0 || glance.decodedImages() > 0;
    List<String> signals = new ArrayList<>(over);
    if (status >= 200 && status < 300 && shows) {
      signals.add("status " + status);
      signals.add(glance.words() + " visible words, " + glance.decodedImages() + " images");
      return new Sight(over.isEmpty() ? Access.CONTENT : Access.CONTENT_PARTIAL, signals);
    }
    signals.add(shows ? "status " + status : "no visible word and no image");
    return new Sight(shows ? Access.UNCLASSIFIED : Access.EMPTY_SHELL, signals);
  }
}
