package dev.affiant.policy.rules;

import dev.affiant.casefile.Restriction;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Request;
import dev.affiant.policy.Rule;
import java.util.Optional;

/**
 * DSR-4: while the processing of a capture is restricted, no copy of it leaves the store.
 *
 * <p>Source: GDPR Article 18.
 */
final class RestrictionRule implements Rule {

  @Override
  public String id() {
    return "DSR-4";
  }

  @Override
  public Optional<Ground> disclose(Request request) {
    if (request.act().equals(Request.SUBJECT_ACCESS)) {
      return Optional.empty(); // a restriction protects the subject, who may always know
    }
    return request.dossier().restrictions().stream()
        .filter(Restriction::holds)
        .filter(r -> request.captures().isEmpty() || request.captures().contains(r.capture()))
        .findFirst()
        .map(
            r ->
                Ground.refuses(
                    id(),
                    "the processing of capture " + r.capture().tail() + " is restricted",
                    "affiant restrict " + r.capture().tail() + " --lift --reason …"));
  }
}
