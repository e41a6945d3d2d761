package dev.affiant.flow;

import dev.affiant.network.Answer;
import dev.affiant.network.Ending;
import dev.affiant.network.Exchange;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The page's own document: the hops that led to it, and the last of them. That is the last one that
 * took its place, or the last that was asked for if none did.
 *
 * @param hops every request of that navigation, in order; empty if none was sent
 */
public record MainDocument(List<Exchange> hops) {
  private static final Set<Ending> STANDING =
      EnumSet.of(Ending.FINISHED, Ending.OPEN, Ending.FAILED);

  public MainDocument {
    hops = List.copyOf(hops);
  }

  /** Finds it among a capture's exchanges. */
  public static MainDocument of(List<Exchange> exchanges) {
    List<Exchange> own = exchanges.stream().filter(MainDocument::isNavigation).toList();
    Optional<Exchange> came = own.stream().filter(MainDocument::tookPlace).reduce((a, b) -> b);
    return came.map(e -> hopsOf(e, own)).orElseGet(() -> tried(exchanges));
  }

  /** The last place that the page was sent to, whether or not it came there. */
  static MainDocument tried(List<Exchange> exchanges) {
    List<Exchange> own = exchanges.stream().filter(MainDocument::isNavigation).toList();
    return own.isEmpty() ? new MainDocument(List.of()) : hopsOf(own.get(own.size() - 1), own);
  }

  private static MainDocument hopsOf(Exchange last, List<Exchange> own) {
    return new MainDocument(
        own.stream().filter(e -> e.requestId().equals(last.requestId())).toList());
  }

  /** Of a download, a mailto: or a 204, that a page goes to by itself, the page stays in place. */
  private static boolean tookPlace(Exchange e) {
    int status = e.answer().map(Answer::status).orElse(0);
    return status != 0 && status != 204 && status != 205 && STANDING.contains(e.ending());
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
