package dev.affiant.cli;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.policy.Condition;
import dev.affiant.policy.Disclosure;
import dev.affiant.policy.Request;
import dev.affiant.policy.Ruling;
import dev.affiant.store.Store;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

  /**
   * The duties under which captures were made, what is kept of them included.
   *
   * @param commits of their manifests; of what was erased none are left
   */
  static List<Condition> duties(Store store, List<Sha256> commits) {
    Set<Condition> duties = new TreeSet<>();
    for (Sha256 commit : commits) {
      try {
        Optional<byte[]> manifest = store.bytes(commit);
        manifest
            .map(Json::parse)
            .map(m -> m.at("/decision/conditions"))
            .ifPresent(all -> all.forEach(one -> duties.add(Condition.read(one))));
      } catch (IOException | IllegalArgumentException e) {
        throw new UsageFault(
            "under which duties it was captured cannot be read: " + e.getMessage(),
            "affiant verify --all");
      }
    }
    return List.copyOf(duties);
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
