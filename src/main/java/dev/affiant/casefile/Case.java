package dev.affiant.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Why we look: the facts that make a capture lawful and accountable.
 *
 * @param label the name people use, {@code smith-v-jones}; never in entries or file names
 * @param purpose one of the purpose codes: {@code litigation-evidence}, {@code own-content} …
 * @param lawfulBasis as in {@code 6(1)(f)}, or the word none
 * @param basisReferences what the basis rests on, such as an assessment's number
 */
public record Case(
    UUID id,
    String label,
    String purpose,
    String purposeText,
    String lawfulBasis,
    List<String> basisReferences,
    String operator,
    String operatorRole,
    String controller,
    List<String> jurisdictions,
    String retention,
    String zone,
    Instant openedAt) {
  public Case {
    basisReferences = List.copyOf(basisReferences);
    jurisdictions = List.copyOf(jurisdictions);
  }
}
