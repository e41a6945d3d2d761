package dev.affiant.policy.rules;

import dev.affiant.casefile.Order;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Hop;
import dev.affiant.policy.Rule;
import java.util.Optional;

/**
 * NET-4: a chain of redirects has an end. Where each hop leads is judged by the other rules; that
 * it leads to another site is permitted and reported.
 */
final class RedirectRule implements Rule {
  private static final int MOST = 20;

  @Override
  public String id() {
    return "NET-4";
  }

  @Override
  public Optional<Ground> hop(Order order, Hop hop) {
    return Optional.of(
        hop.ordinal() <= MOST
            ? Ground.permits(id(), "hop " + hop.ordinal() + " of at most " + MOST)
            : Ground.refuses(id(), "more than " + MOST + " redirects in a row", ""));
  }
}
