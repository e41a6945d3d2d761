package dev.affiant.policy.rules;

import dev.affiant.casefile.Order;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Limits;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.util.Optional;

/** NET-5: one capture's traffic is bounded, in bytes and in connections. */
final class TrafficRule implements Rule {
  private static final Limits LIMITS = new Limits("NET-5", 600_000_000L, 2_000_000_000L, 512);

  @Override
  public String id() {
    return "NET-5";
  }

  @Override
  public Optional<Ground> judge(Stage stage, Inputs in) {
    return stage == Stage.PLAN
        ? Optional.of(
            Ground.limits(
                id(), "at most 600 MB a body, 2 GB a capture, 512 connections at the same time"))
        : Optional.empty();
  }

  @Override
  public Optional<Limits> limits(Order order) {
    return Optional.of(LIMITS);
  }
}
