package dev.affiant.policy;

import dev.affiant.casefile.Dossier;
import dev.affiant.casefile.Order;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order with all that is on record before it: who allowed what in its case, when its subject was
 * looked at before, how its host was treated.
 *
 * @param subject whose page it is, as {@code host/name}, where the address tells
 * @param visits when this subject was looked at before, in any case, the oldest first; what was
 *     looked at in one case within a day is one visit
 * @param reviews rows of the terms register that people put on record since, the latest last
 */
public record History(
    Order order,
    Dossier dossier,
    Optional<String> subject,
    List<Instant> visits,
    HostRecord host,
    List<Inputs> reviews) {

  public History {
    visits = List.copyOf(visits);
    reviews = List.copyOf(reviews);
  }

  /** An order of a case about which nothing is on record, to a host never asked before. */
  public static History bare(Order order) {
    return new History(
        order, Dossier.bare(order.file()), Optional.empty(), List.of(), HostRecord.NONE, List.of());
  }
}
