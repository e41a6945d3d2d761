package dev.affiant.flow;

import dev.affiant.engine.Glance;
import dev.affiant.evidence.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a last look says about what was taken before it.
 *
 * <pre>
 * replaced:page   pictures, words and DOM are not all of one document
 * changed:page    the gates would judge the page otherwise now
 * </pre>
 */
final class Aftermath {
  private Aftermath() {}

  /**
   * @param first the look before the first picture
   * @param now what the gates make of the last look
   * @param then what they made of the look that the outcome is judged by
   */
  static List<Reason> of(Optional<Glance> first, Optional<Glance> last, Sight now, Sight then) {
    List<Reason> found = new ArrayList<>();
    if (!sameDocument(first, last)) {
      found.add(replaced("%s, then %s".formatted(url(first), url(last))));
    } else if (!url(last).startsWith("http")) {
      found.add(replaced(url(last) + ", which no server sent"));
    }
    if (now.access() != then.access()) {
      found.add(new Reason("changed:page", String.join("; ", now.signals())));
    }
    return found;
  }

  /** Whether both are looks at one document, or there is nothing to tell it by. */
  static boolean sameDocument(Optional<Glance> first, Optional<Glance> last) {
    return first.isEmpty()
        || last.isEmpty()
        || first.get().document().equals(last.get().document());
  }

  private static Reason replaced(String what) {
    return new Reason("replaced:page", "another document took its place: " + what);
  }

  private static String url(Optional<Glance> glance) {
    return glance.map(Glance::url).orElse("http:");
  }
}
