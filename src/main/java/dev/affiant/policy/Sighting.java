package dev.affiant.policy;

import dev.affiant.evidence.Access;
import java.util.List;

/**
 * What was found on the loaded page, put to the policy after load and after every click.
 *
 * @param preferences what its publisher asks of machines, as stated: {@code header x-robots-tag:
 *     noarchive}, {@code meta robots: noai}, {@code header tdm-reservation: 1}
 */
public record Sighting(
    String urlFinal, int status, Access access, List<String> signals, List<String> preferences) {
  public Sighting {
    signals = List.copyOf(signals);
    preferences = List.copyOf(preferences);
  }
}
