package dev.affiant.policy.rules;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.Order;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Request;
import dev.affiant.policy.Rule;
import java.util.List;
import java.util.Optional;

/** CASE-1: nothing is captured or handed out without purpose, lawful basis and operator. */
final class CaseRule implements Rule {

  @Override
  public String id() {
    return "CASE-1";
  }

  @Override
  public Optional<Ground> plan(Order order) {
    Case file = order.file();
    return Optional.of(
        file.closed().isPresent()
            ? Ground.refuses(id(), "the case is closed", "open another: affiant case new --help")
            : of(file));
  }

  @Override
  public Optional<Ground> disclose(Request request) {
    return Optional.of(of(request.file()));
  }

  private Ground of(Case file) {
    List<String> faults = file.faults();
    return faults.isEmpty()
        ? Ground.permits(id(), "the case names purpose, lawful basis, operator and controller")
        : Ground.refuses(id(), faults.get(0), "state it in the case: affiant case new --help");
  }
}
