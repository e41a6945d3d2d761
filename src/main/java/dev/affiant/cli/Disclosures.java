package dev.affiant.cli;

import dev.affiant.policy.Condition;
import dev.affiant.policy.Disclosure;
import dev.affiant.policy.Request;
import dev.affiant.policy.Ruling;
import java.util.List;

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

  /** What a person has to see to, because no copy is made so. */
  static void remind(List<Condition> duties, Voice voice) {
    boolean asked = duties.stream().anyMatch(d -> d.kind() == Condition.Kind.REDACT_THIRD_PARTIES);
    if (asked) {
      voice.remark(
          "note: the case asks that copies show no third parties; this one is whole, as it was"
              + " sealed: see to that before it goes further");
    }
  }
}
