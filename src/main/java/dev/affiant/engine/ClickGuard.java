package dev.affiant.engine;

import dev.affiant.address.Site;
import dev.affiant.network.Place;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Says which elements are never clicked, whatever a flow intends: a witness looks, and neither
 * fills in, nor sends, nor signs in, nor agrees.
 */
final class ClickGuard {
  private static final Set<String> CONTROLS = Set.of("a", "button", "summary");
  private static final Set<String> ROLES =
      Set.of("button", "link", "tab", "menuitem", "menuitemradio", "radio", "switch", "option");

  private ClickGuard() {}

  /**
   * Why this element is not clicked, if it is not.
   *
   * @param page the address that the page has now
   */
  static Optional<String> objection(Spot spot, Intent intent, String page) {
    if (!spot.visible()) {
      return Optional.of("it is not visible");
    }
    if (spot.submits()) {
      return Optional.of("it would send a form");
    }
    if (!CONTROLS.contains(spot.tag()) && !actsByRole(spot)) {
      return Optional.of("it is neither a link nor a button but " + spot.tag());
    }
    if (!leadsToAPage(spot.href())) {
      return Optional.of("it leads to something that is not a page");
    }
    if (leadsElsewhere(spot.href(), page)) {
      return Optional.of("it leads to another site");
    }
    if (Deeds.named(spot.name())) {
      return Optional.of("its name says that it does more than show");
    }
    return intent == Intent.CONSENT_REJECT && !Deeds.rejects(spot.name())
        ? Optional.of("its name does not say no to what the banner asks")
        : Optional.empty();
  }

  /** Many pages make their buttons of plain boxes; an input stays one, whatever its role says. */
  private static boolean actsByRole(Spot spot) {
    return ROLES.contains(spot.role())
        && !Set.of("input", "select", "textarea", "label", "option", "area").contains(spot.tag());
  }

  private static boolean leadsToAPage(String href) {
    String low = href.toLowerCase(Locale.ROOT);
    return low.isEmpty()
        || low.startsWith("http://")
        || low.startsWith("https://")
        || low.startsWith("javascript:");
  }

  private static boolean leadsElsewhere(String href, String page) {
    Optional<String> there = Place.of(href).map(Place::host);
    Optional<String> here = Place.of(page).map(Place::host);
    return there.isPresent() && (here.isEmpty() || !Site.same(here.get(), there.get()));
  }
}
