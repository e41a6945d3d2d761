package dev.affiant.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says which elements are never clicked, whatever a flow intends: a witness looks, and neither
 * fills in, nor sends, nor signs in, nor agrees.
 */
final class ClickGuard {
  private static final Set<String> CONTROLS = Set.of("a", "button", "summary");
  private static final Set<String> ROLES =
      Set.of("button", "link", "tab", "menuitem", "menuitemradio", "radio", "switch", "option");

  /** Names that say what a witness does not do. What other languages call it, profiles know. */
  private static final Pattern DEEDS =
      Pattern.compile(
          "^(accept|agree|allow|consent|ok(ay)?$|got it|log ?in|sign ?(in|up|on)|register|follow|"
              + "like$|subscribe|join|share|send|post$|reply|buy|pay|order|donate|delete|report)\\b.*",
          Pattern.CASE_INSENSITIVE);

  private ClickGuard() {}

  /** Why this element is not clicked, if it is not. */
  static Optional<String> objection(Spot spot, Intent intent) {
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
    boolean opens = intent == Intent.OPEN_MEDIA || intent == Intent.EXPAND_TEXT;
    return DEEDS.matcher(spot.name()).matches() && !opens
        ? Optional.of("its name says that it does more than show")
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
}
