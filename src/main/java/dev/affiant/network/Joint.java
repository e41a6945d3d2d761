package dev.affiant.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of a lane's connections an exchange went through. One host has one address for a whole
 * capture, so host and port tell it; of several to one place, the last that began before the
 * exchange was answered (or ended) is the one, and of those that reached their peer if any did.
 */
public final class Joint {
  /** What a lane's own answers carry. */
  private static final Set<String> MARKS = Set.of("affiant-policy", "affiant-failure");

  private static final String NO_TUNNEL = "ERR_TUNNEL_CONNECTION_FAILED";

  private final Map<Place, List<Connection>> places = new HashMap<>();

  Joint(List<Connection> connections) {
    for (Connection connection : connections) {
      places
          .computeIfAbsent(new Place(connection.host(), connection.port()), at -> new ArrayList<>())
          .add(connection);
    }
  }

  /** All connections to a place, denied and failed ones among them. */
  public List<Connection> at(Place place) {
    return List.copyOf(places.getOrDefault(place, List.of()));
  }

  /** The address that a place was reached at, if it was. */
  public Optional<String> peer(Place place) {
    return at(place).stream().flatMap(c -> c.peer().stream()).findFirst();
  }

  /** The connection that this exchange went through, or that was denied or failed for it. */
  public Optional<Connection> of(Exchange exchange) {
    List<Connection> here = here(exchange);
    List<Connection> reached = here.stream().filter(c -> c.peer().isPresent()).toList();
    Optional<Connection> refused = refused(exchange);
    return refused.isPresent()
        ? refused
        : lastBefore(reached.isEmpty() ? here : reached, by(exchange));
  }

  private List<Connection> here(Exchange exchange) {
    return Place.of(exchange.url()).map(this::at).orElse(List.of());
  }

  private static Instant by(Exchange exchange) {
    return exchange.answeredAt().or(exchange::endedAt).orElse(Instant.MAX);
  }

  /** The exchange as it is when the lane's word is heard, too. */
  Exchange mended(Exchange exchange) {
    Optional<Connection> refused = refused(exchange);
    if (refused.isEmpty()) {
      return exchange;
    }
    Connection way = refused.get();
    return way.denied()
        .map(rule -> exchange.without(Ending.BLOCKED, rule + ": " + way.why()))
        .orElseGet(() -> failed(exchange, way.why()));
  }

  /**
   * The connection that the lane refused this exchange, if it did: nobody at the place was ever
   * reached; or the answer has the lane's mark, or the browser says that it got no tunnel, and the
   * lane's log has a denial or a failure to show for it. The mark alone proves nothing, as any
   * server can send it.
   */
  private Optional<Connection> refused(Exchange exchange) {
    List<Connection> here = here(exchange);
    List<Connection> spoilt =
        here.stream().filter(c -> c.denied().isPresent() || !c.why().isEmpty()).toList();
    boolean never = here.stream().noneMatch(c -> c.peer().isPresent());
    if (!never && !marked(exchange) && !untunnelled(exchange)) {
      return Optional.empty();
    }
    return lastBefore(spoilt, by(exchange));
  }

  private static boolean marked(Exchange exchange) {
    return exchange.answer().stream()
        .flatMap(answer -> answer.headers().stream())
        .anyMatch(header -> MARKS.contains(header.name().toLowerCase(Locale.ROOT)));
  }

  private static boolean untunnelled(Exchange exchange) {
    return exchange.answer().isEmpty() && exchange.failure().contains(NO_TUNNEL);
  }

  private static Exchange failed(Exchange exchange, String why) {
    if (exchange.ending() == Ending.BLOCKED) {
      return exchange;
    }
    String said = exchange.failure();
    boolean same = said.isEmpty() || why.startsWith(said + ": ");
    String words = said.contains(why) ? said : same ? why : said + ": " + why;
    return exchange.without(Ending.FAILED, words);
  }

  private static Optional<Connection> lastBefore(List<Connection> some, Instant by) {
    Optional<Connection> last =
        some.stream().filter(c -> !c.at().isAfter(by)).reduce((earlier, later) -> later);
    return last.or(() -> some.stream().findFirst());
  }
}
