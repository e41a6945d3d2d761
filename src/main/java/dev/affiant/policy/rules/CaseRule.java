package dev.affiant.policy.rules;

import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.util.List;
import java.util.Optional;

/** CASE-1: nothing is captured or handed out without purpose, lawful basis and operator. */
final class CaseRule implements Rule {
  @Override
  public String id() {
    return "CASE-1";
  }

  @Override
  public String source() {
    return "GDPR 5(1)(b), 5(2)";
  }

  @Override
  public Optional<Ground> judge(Stage stage, Inputs in) {
    return switch (stage) {
      case PLAN ->
          Optional.of(
              in.flag("case.closed")
                  ? Ground.refuses(
                      id(), "the case is closed", "open another: affiant case new --help")
                  : of(in));
      case DISCLOSE -> Optional.of(of(in));
      case ADMIT, HOP, LOADED, KEEP, ERASE -> Optional.empty();
    };
  }

  private Ground of(Inputs in) {
    List<String> faults = in.texts("case.faults");
    return faults.isEmpty()
        ? Ground.permits(id(), "the case names purpose, lawful basis, operator and controller")
        : Ground.refuses(id(), faults.get(0), "state it in the case: affiant case new --help");
  }
}
