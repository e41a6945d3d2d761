package dev.affiant.policy.rules;

import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.util.Optional;

/**
 * NET-4: a chain of redirects has an end. Where each hop leads is judged by the other rules; that
 * it leads to another site is permitted and reported.
 */
final class RedirectRule implements Rule {
  @Override
  public String id() {
    return "NET-4";
  }

  @Override
  public Optional<Ground> judge(Stage stage, Inputs in) {
    if (stage != Stage.HOP) {
      return Optional.empty();
    }
    long most = Param.REDIRECTS.of(in);
    return Optional.of(
        in.number("hop.ordinal") <= most
            ? Ground.permits(id(), "hop " + in.number("hop.ordinal") + " of at most " + most)
            : Ground.refuses(id(), "more than " + most + " redirects in a row", ""));
  }
}
