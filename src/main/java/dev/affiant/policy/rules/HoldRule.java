package dev.affiant.policy.rules;

import dev.affiant.casefile.Dossier;
import dev.affiant.casefile.Erasure;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Rule;
import java.util.Optional;

/** RET-2: what is under legal hold is not erased, whatever retention or a request says. */
final class HoldRule implements Rule {

  @Override
  public String id() {
    return "RET-2";
  }

  @Override
  public Optional<Ground> erase(Dossier dossier, Erasure erasure) {
    return dossier
        .hold(erasure.capture())
        .map(
            hold ->
                Ground.refuses(
                    id(),
                    "it is under the legal hold "
                        + hold.reference()
                        + ", to be reviewed on "
                        + hold.reviewOn(),
                    "affiant case hold lift " + hold.reference() + " --reason …"))
        .or(() -> Optional.of(Ground.permits(id(), "no hold reaches it")));
  }
}
