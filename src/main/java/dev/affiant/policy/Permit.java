package dev.affiant.policy;

import dev.affiant.casefile.Order;
import java.time.Instant;
import java.util.function.Function;

/** The only key that opens a session: one order, from its turn on and not for long. */
public final class Permit {
  private final Order order;
  private final Instant from;
  private final Instant until;
  private final Function<Hop, Decision> hops;
  private final Function<Sighting, Decision> sightings;

  Permit(
      Order order,
      Instant from,
      Instant until,
      Function<Hop, Decision> hops,
      Function<Sighting, Decision> sightings) {
    this.order = order;
    this.from = from;
    this.until = until;
    this.hops = hops;
    this.sightings = sightings;
  }

  public Order order() {
    return order;
  }

  /** When the visit may begin. */
  public Instant from() {
    return from;
  }

  public boolean holdsAt(Instant now) {
    return !now.isBefore(from) && now.isBefore(until);
  }

  /** Asked of every document request, before it leaves. */
  public Decision hop(Hop hop) {
    return hops.apply(hop);
  }

  /** Asked after load and after every click. */
  public Decision loaded(Sighting sighting) {
    return sightings.apply(sighting);
  }
}
