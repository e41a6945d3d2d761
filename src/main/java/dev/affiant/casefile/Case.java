package dev.affiant.casefile;

import dev.affiant.seal.Filing;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Why we look: the facts that make a capture lawful and accountable.
 *
 * @param label the name people use, {@code smith-v-jones}; never in entries or file names
 * @param purpose one of the purpose codes: {@code litigation-evidence}, {@code own-content} …
 * @param lawfulBasis as in {@code 6(1)(f)}, or the word none
 * @param basisReferences what the basis rests on, such as an assessment's number
 * @param retention {@code close+P6Y} for six years from its close, {@code P90D} for ninety days
 * @param zone whose times people read first, as in {@code Europe/London}
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

  /** What speaks against capturing anything under it, in words a person can act on. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (Purpose.of(purpose).isEmpty()) {
      faults.add("the purpose is one of " + Purpose.codes());
    }
    LawfulBasis.fault(lawfulBasis, basisReferences, jurisdictions).ifPresent(faults::add);
    if (operator.isBlank() || operatorRole.isBlank() || controller.isBlank()) {
      faults.add("the case names no operator, role or controller");
    }
    if (jurisdictions.isEmpty() || !jurisdictions.stream().allMatch(Jurisdiction::isOne)) {
      faults.add("a jurisdiction is base, eu or a country in two lower-case letters");
    }
    if (!Retention.isOne(retention)) {
      faults.add("a retention is written close+P6Y or P90D");
    }
    if (!isZone(zone)) {
      faults.add("a zone is written Europe/London or UTC");
    }
    return List.copyOf(faults);
  }

  /** The case as a fact on record. */
  public Filing filing(byte[] salt) {
    return CaseDocument.write(this, salt);
  }

  /**
   * Reads what {@link #filing} wrote.
   *
   * @throws IllegalArgumentException naming the field that is missing or of the wrong kind
   */
  public static Case read(byte[] document) {
    return CaseDocument.read(document);
  }

  private static boolean isZone(String name) {
    try {
      return ZoneId.of(name).getId().equals(name);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
