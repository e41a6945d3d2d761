package dev.affiant.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of a lane's connections an exchange went through. One host has one address for a whole
 * capture, so host and port tell it; of several to one place, the last that began before the
 * exchange was answered (or ended) is the one, and of those that reached their peer if any did.
 */
public final class Joint {
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
    List<Connection> here = Place.of(exchange.url()).map(this::at).orElse(List.of());
    List<Connection> reached = here.stream().filter(c -> c.peer().isPresent()).toList();
    Instant by = exchange.answeredAt().or(exchange::endedAt).orElse(Instant.MAX);
    return lastBefore(reached.isEmpty() ? here : reached, by);
  }

  /** The exchange as it is when the lane's word is heard, too. */
  Exchange mended(Exchange exchange) {
    Optional<Connection> way = of(exchange).filter(c -> c.peer().isEmpty());
    if (way.isEmpty()) {
      return exchange;
    }
    return way.get()
        .denied()
        .map(rule -> exchange.without(Ending.BLOCKED, rule + ": " + way.get().why()))
        .orElseGet(() -> failed(exchange, way.get().why()));
  }

  private static Exchange failed(Exchange exchange, String why) {
    if (exchange.ending() == Ending.BLOCKED || why.isEmpty()) {
      return exchange;
    }
    String said = exchange.failure();
    String words = said.contains(why) ? said : said.isEmpty() ? why : said + ": " + why;
    return exchange.without(Ending.FAILED, words);
  }

  private static Optional<Connection> lastBefore(List<Connection> some, Instant by) {
    Optional<Connection> last =
        some.stream().filter(c -> !c.at().isAfter(by)).reduce((earlier, later) -> later);
    return last.or(() -> some.stream().findFirst());
  }
}
