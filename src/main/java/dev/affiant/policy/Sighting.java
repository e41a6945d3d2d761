package dev.affiant.policy;

import dev.affiant.evidence.Access;
import java.util.List;

/** What was found on the loaded page, put to the policy after load and after every click. */
public record Sighting(String urlFinal, int status, Access access, List<String> signals) {
  public Sighting {
    signals = List.copyOf(signals);
  }
}
