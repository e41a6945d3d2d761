package dev.affiant.casefile;

import dev.affiant.seal.Filing;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * @param handling sector, minimisation, and the day until which it is kept, if one was fixed
 * @param closed who closed it, if somebody did; then nothing is captured under it any more
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
    Instant openedAt,
    Handling handling,
    Optional<Signed> closed) {
  public Case {
    basisReferences = List.copyOf(basisReferences);
    jurisdictions = List.copyOf(jurisdictions);
  }

  /** An open case that is handled as usual. */
  public Case(
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
    this(
        id,
        label,
        purpose,
        purposeText,
        lawfulBasis,
        basisReferences,
        operator,
        operatorRole,
        controller,
        jurisdictions,
        retention,
        zone,
        openedAt,
        Handling.USUAL,
        Optional.empty());
  }

  /** The same case, closed. */
  public Case closed(Signed act) {
    return new Case(
        id,
        label,
        purpose,
        purposeText,
        lawfulBasis,
        basisReferences,
        operator,
        operatorRole,
        controller,
        jurisdictions,
        retention,
        zone,
        openedAt,
        handling,
        Optional.of(act));
  }

  /**
   * The first day on which a capture of this case is no longer kept; none while the case is open,
   * if its retention counts from the close.
   */
  public Optional<LocalDate> removalDue(Instant captured) {
    if (handling.keepUntil().isPresent()) {
      return handling.keepUntil().map(day -> day.plusDays(1));
    }
    if (!Retention.isOne(retention)) {
      return Optional.empty();
    }
    return Retention.end(retention, captured, closed.map(Signed::at), ZoneId.of(zone));
  }

  /** The reference of this kind that the lawful basis rests on, as in {@code lia}. */
  public Optional<String> reference(String kind) {
    return LawfulBasis.reference(lawfulBasis, basisReferences, kind);
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
    faults.addAll(handling.faults());
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
