package dev.affiant.flow;

import dev.affiant.engine.Intent;
import dev.affiant.engine.Session;
import dev.affiant.engine.Signs;
import dev.affiant.engine.Spot;
import dev.affiant.evidence.Access;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Answers a consent banner by its own control that says no, if it has one; nothing is removed and
 * nothing else is clicked. The click is on record with the window as it was before.
 */
record Consent(Session session, Gates gates) {
  private static final int MOST = 60;
  private static final List<String> CONTROLS = List.of("button", "[role=button]", "a");

  /** Whether a banner was answered. */
  boolean answered(Signs signs, Sight sight) {
    List<String> boxes = gates.boxes(Access.CONSENT_WALL, signs);
    if (boxes.isEmpty() && sight.access() != Access.CONSENT_WALL) {
      return false;
    }
    Optional<Spot> no =
        session.find(css(boxes), MOST).stream()
            .filter(spot -> session.mayClick(spot, Intent.CONSENT_REJECT))
            .findFirst();
    return no.isPresent() && session.click(no.get(), Intent.CONSENT_REJECT);
  }

  /** Of a page that is all banner, every control. */
  private static String css(List<String> boxes) {
    return boxes.isEmpty()
        ? String.join(", ", CONTROLS)
        : boxes.stream()
            .flatMap(box -> CONTROLS.stream().map(control -> box + " " + control))
            .collect(Collectors.joining(", "));
  }
}
