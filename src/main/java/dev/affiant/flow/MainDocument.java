package dev.affiant.flow;

import dev.affiant.network.Answer;
import dev.affiant.network.Ending;
import dev.affiant.network.Exchange;
import java.util.List;
import java.util.Optional;

/**
 * The page's own document: the hops that led to it, and the last of them.
 *
 * @param hops every request of the last navigation, in order; empty if none was sent
 */
public record MainDocument(List<Exchange> hops) {
  public MainDocument {
    hops = List.copyOf(hops);
  }

  /** Finds it among a capture's exchanges. */
  public static MainDocument of(List<Exchange> exchanges) {
    List<Exchange> own = exchanges.stream().filter(MainDocument::isNavigation).toList();
    if (own.isEmpty()) {
      return new MainDocument(List.of());
    }
    String id = own.get(own.size() - 1).requestId();
    return new MainDocument(own.stream().filter(e -> e.requestId().equals(id)).toList());
  }

  private static boolean isNavigation(Exchange e) {
    return e.kind().equals("document") && e.target().equals("page");
  }

  /** The last hop, which is the document itself if it came. */
  public Optional<Exchange> last() {
    return hops.isEmpty() ? Optional.empty() : Optional.of(hops.get(hops.size() - 1));
  }

  /** The status of the document, or 0 if no answer came. */
  public int status() {
    return last().flatMap(Exchange::answer).map(Answer::status).orElse(0);
  }

  /** Whether a main answer came, other than a redirect. */
  public boolean answered() {
    return last()
        .filter(e -> e.answer().isPresent() && e.ending() != Ending.REDIRECTED)
        .isPresent();
  }

  /** Whether it was reached through a redirect. */
  public boolean redirected() {
    return hops.size() > 1;
  }
}
