package dev.affiant.policy.rules;

import dev.affiant.evidence.CaptureId;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Request;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.util.List;
import java.util.Optional;

/**
 * DSR-4: while the processing of a capture is restricted, no copy of it leaves the store, and no
 * watch of its case goes on.
 *
 * <p>Source: GDPR Article 18.
 */
final class RestrictionRule implements Rule {
  @Override
  public String id() {
    return "DSR-4";
  }

  @Override
  public String source() {
    return "GDPR 18";
  }

  @Override
  public Optional<Ground> judge(Stage stage, Inputs in) {
    return switch (stage) {
      case PLAN -> watched(in);
      case DISCLOSE -> copied(in);
      case ADMIT, HOP, LOADED, KEEP, ERASE -> Optional.empty();
    };
  }

  private Optional<Ground> watched(Inputs in) {
    boolean tick = in.text("occasion").equals("tick");
    boolean restricted = in.flag("restricted");
    return tick && restricted
        ? Optional.of(
            Ground.refuses(
                id(),
                "the processing of a capture of this case is restricted",
                "affiant restrict ID --lift --reason …"))
        : Optional.empty();
  }

  private Optional<Ground> copied(Inputs in) {
    if (in.text("act").equals(Request.SUBJECT_ACCESS)) {
      return Optional.empty(); // a restriction protects the subject, who may always know
    }
    List<String> asked = in.texts("captures");
    return in.texts("restrictions").stream()
        .filter(id -> asked.isEmpty() || asked.contains(id))
        .findFirst()
        .map(id -> CaptureId.parse(id).tail())
        .map(
            tail ->
                Ground.refuses(
                    id(),
                    "the processing of capture " + tail + " is restricted",
                    "affiant restrict " + tail + " --lift --reason …"));
  }
}
