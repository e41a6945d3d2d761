package dev.affiant.policy.rules;

import dev.affiant.evidence.Role;
import dev.affiant.policy.Condition;
import dev.affiant.policy.Document;
import dev.affiant.policy.Ground;
import dev.affiant.policy.History;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * PACK: which packs a decision goes by. A place for which there is none is named, so that nobody
 * takes the base for its law.
 */
final class PackRule implements Rule {
  private final Packs packs;

  PackRule(Packs packs) {
    this.packs = packs;
  }

  @Override
  public String id() {
    return "PACK";
  }

  @Override
  public void tell(History history, Inputs.Draft draft) {
    packs.tell(draft.done(), draft);
  }

  @Override
  public List<Document> documents(Inputs in) {
    return in.groups("packs").stream()
        .flatMap(p -> packs.of(p.text("id")).stream())
        .map(p -> new Document(Role.POLICY_PACK, p.id(), p.text()))
        .toList();
  }

  @Override
  public Optional<Ground> judge(Stage stage, Inputs in) {
    if (stage != Stage.PLAN) {
      return Optional.empty();
    }
    List<String> hold = in.groups("packs").stream().map(p -> p.text("id")).toList();
    TreeSet<String> without = new TreeSet<>();
    for (String place : in.texts("case.jurisdictions")) {
      if (!covered(place, hold)) {
        without.add(place);
      }
    }
    return Optional.of(
        without.isEmpty()
            ? Ground.permits(id(), "packs: " + (hold.isEmpty() ? "none" : String.join(", ", hold)))
            : Ground.limits(
                id(),
                "there is no pack for " + String.join(", ", without),
                new Condition(
                    Condition.Kind.ANNOTATE_NOTICE,
                    "no rules of " + String.join(", ", without) + " were applied")));
  }

  private static boolean covered(String place, List<String> hold) {
    return place.equals("base") || hold.contains(Packs.pack(place));
  }
}
