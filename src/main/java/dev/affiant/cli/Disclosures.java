package dev.affiant.cli;

import dev.affiant.policy.Disclosure;
import dev.affiant.policy.Request;
import dev.affiant.policy.Ruling;

/** Asks the policy whether a copy of evidence may leave the store. */
final class Disclosures {
  private Disclosures() {}

  static Disclosure ask(House house, Request request) {
    Ruling<Disclosure> ruling = house.policy().disclose(request);
    if (ruling instanceof Ruling.Granted<Disclosure> granted) {
      return granted.key();
    }
    throw new Refused(ruling.decision());
  }
}
