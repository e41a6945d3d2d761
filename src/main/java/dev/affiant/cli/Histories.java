package dev.affiant.cli;

import dev.affiant.address.AccountKey;
import dev.affiant.casefile.Order;
import dev.affiant.custody.TermsReviews;
import dev.affiant.policy.History;
import dev.affiant.policy.HostRecord;
import java.util.List;
import java.util.Optional;

/** Reads from a store what is on record before an order. */
final class Histories {
  private Histories() {}

  static History of(Archive archive, Order order) {
    Optional<String> subject = AccountKey.of(order.target().uri()).map(AccountKey::text);
    return new History(
        order,
        archive.cases().dossier(order.file()),
        subject,
        List.of(),
        HostRecord.NONE,
        new TermsReviews(archive.store(), archive.house().ids()).all());
  }
}
