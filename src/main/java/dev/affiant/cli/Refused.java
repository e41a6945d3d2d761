package dev.affiant.cli;

import dev.affiant.policy.Decision;
import dev.affiant.policy.Ground;

/** The policy refused something that is no capture. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Ground ground;

  Refused(Decision decision) {
    super(decision.grounds().get(0).rule() + ": " + decision.grounds().get(0).why());
    this.ground = decision.grounds().get(0);
  }

  /** What would change it. */
  String remedy() {
    return ground.remedy();
  }
}
