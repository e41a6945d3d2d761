package dev.affiant.capture;

import dev.affiant.casefile.Order;
import dev.affiant.evidence.End;
import dev.affiant.evidence.Outcome;
import dev.affiant.evidence.Reason;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Effect;
import dev.affiant.seal.Manifest;
import dev.affiant.store.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one order ended, for the door to report.
 *
 * @param manifest of a capture; none for an order that was refused before any byte was sent
 * @param decisions in the order in which they were made
 * @param pressedAt when the last artifacts were made and the manifest was about to be written
 */
public record Ended(
    Order order,
    Outcome outcome,
    String urlFinal,
    List<Decision> decisions,
    Optional<Manifest> manifest,
    List<Reason> warnings,
    Receipt receipt,
    Instant startedAt,
    Instant endedAt,
    Instant pressedAt) {
  public Ended {
    decisions = List.copyOf(decisions);
    warnings = List.copyOf(warnings);
  }

  static Ended captured(Seen seen, Manifest manifest, Receipt receipt, Instant pressed) {
    return new Ended(
        seen.order(),
        seen.judged().outcome(),
        seen.urlFinal(),
        seen.decisions(),
        Optional.of(manifest),
        seen.judged().warnings(),
        receipt,
        seen.attemptAt(),
        seen.endedAt(),
        pressed);
  }

  static Ended refused(
      Order order, Decision decision, Receipt receipt, Instant began, Instant ended) {
    List<Reason> reasons =
        decision.grounds().stream()
            .filter(g -> g.effect() == Effect.REFUSE)
            .map(g -> new Reason(g.rule(), g.why()))
            .toList();
    return new Ended(
        order,
        new Outcome(End.REFUSED, reasons),
        order.target().toString(),
        List.of(decision),
        Optional.empty(),
        List.of(),
        receipt,
        began,
        ended,
        ended);
  }

  static Ended broken(
      Order order, RuntimeException defect, Receipt receipt, Instant began, Instant ended) {
    return new Ended(
        order,
        Outcome.of(End.INTERRUPTED, "defect", String.valueOf(defect)),
        order.target().toString(),
        List.of(),
        Optional.empty(),
        List.of(),
        receipt,
        began,
        ended,
        ended);
  }
}
