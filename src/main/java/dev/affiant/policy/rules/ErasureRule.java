package dev.affiant.policy.rules;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.Dossier;
import dev.affiant.casefile.Erasure;
import dev.affiant.casefile.ErasureGround;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Rule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * DSR-3: an erasure takes two people and a reason; a subject's request stops at the exemptions of
 * the law, which the controller may forgo on a ground of its own.
 *
 * <p>Source: GDPR Article 17(3).
 */
final class ErasureRule implements Rule {
  private static final Map<String, String> EXEMPT =
      Map.of(
          "litigation-evidence", "it is kept for legal claims (GDPR 17(3)(e))",
          "own-content", "it is kept for legal claims (GDPR 17(3)(e))",
          "journalism", "it is kept for the freedom of expression (GDPR 17(3)(a))",
          "research", "it is kept for research (GDPR 17(3)(d))",
          "law-enforcement", "it is kept for a public task (GDPR 17(3)(b))",
          "regulatory", "it is kept for a public task (GDPR 17(3)(b))");

  @Override
  public String id() {
    return "DSR-3";
  }

  @Override
  public Optional<Ground> erase(Dossier dossier, Erasure erasure) {
    List<String> faults = erasure.faults();
    if (!faults.isEmpty()) {
      return Optional.of(Ground.refuses(id(), faults.get(0), "affiant erase --help"));
    }
    return Optional.of(exempt(dossier.file(), erasure));
  }

  private Ground exempt(Case file, Erasure erasure) {
    String exemption = EXEMPT.get(file.purpose());
    boolean open = file.closed().isEmpty() || !ended(file, erasure);
    if (erasure.ground() == ErasureGround.SUBJECT_REQUEST && exemption != null && open) {
      return Ground.refuses(
          id(),
          exemption,
          "the controller may decide otherwise: --ground not-needed, or restrict it instead:"
              + " affiant restrict "
              + erasure.capture().tail());
    }
    return Ground.permits(id(), "asked for by one person and granted by another");
  }

  /** Whether a closed case's retention is over: then no exemption is left. */
  private static boolean ended(Case file, Erasure erasure) {
    LocalDate today = erasure.granted().at().atZone(ZoneId.of(file.zone())).toLocalDate();
    return file.removalDue(file.openedAt()).filter(day -> !today.isBefore(day)).isPresent();
  }
}
