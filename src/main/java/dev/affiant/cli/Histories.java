package dev.affiant.cli;

import dev.affiant.address.AccountKey;
import dev.affiant.capture.Visits;
import dev.affiant.casefile.Order;
import dev.affiant.custody.TermsReviews;
import dev.affiant.policy.History;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads from a store what is on record before an order. */
final class Histories {
  /** Longer than any pack's window. */
  private static final Duration LOOK_BACK = Duration.ofDays(400);

  private Histories() {}

  static History of(Archive archive, Order order) {
    Optional<AccountKey> subject = AccountKey.of(order.target().uri());
    Instant now = archive.house().clock().instant();
    List<Instant> visits =
        subject
            .map(
                key ->
                    Visits.of(archive.captures(now.minus(LOOK_BACK)), key, order.file().id(), now))
            .orElse(List.of());
    return new History(
        order,
        archive.cases().dossier(order.file()),
        subject.map(AccountKey::text),
        visits,
        archive.host(order).record(now),
        new TermsReviews(archive.store(), archive.house().ids()).all());
  }
}
