package dev.affiant.casefile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What somebody says of a case before it is one. An empty text or list is a fact not given:
 * purpose, basis and operator must be; the rest has defaults, which are recorded like given ones.
 *
 * @param label the name people use; by default the purpose
 * @param purpose a code of {@link Purpose}
 * @param purposeText by default the code's words
 * @param basis {@code 6(1)(a)} … {@code 6(1)(f)}, {@code 6(1)(ea)} in the uk, or the word none
 * @param basisReferences what it rests on; the reason where it is none
 * @param operatorRole by default {@code operator}
 * @param controller by default the operator
 * @param jurisdictions by default {@code base} alone
 * @param retention {@code close+P6Y} or {@code P90D}; by default the purpose's
 * @param zone as in {@code Europe/London}; by default the first jurisdiction's, else UTC
 * @param care sector, minimisation and last day, as somebody says them
 */
public record CaseFacts(
    String label,
    String purpose,
    String purposeText,
    String basis,
    List<String> basisReferences,
    String operator,
    String operatorRole,
    String controller,
    List<String> jurisdictions,
    String retention,
    String zone,
    Care care) {
  public CaseFacts {
    basisReferences = List.copyOf(basisReferences);
    jurisdictions = List.copyOf(jurisdictions);
  }

  /**
   * How it is to be handled, as somebody says it; an empty text is not given.
   *
   * @param sector a code of {@link Sector}; by default the purpose's
   * @param minimisation a code of {@link Minimisation}; by default full
   * @param keepUntil a day, {@code 2027-03-01}; by default none, and the retention rule says
   */
  public record Care(String sector, String minimisation, String keepUntil) {
    /** Nothing said. */
    public static final Care UNSAID = new Care("", "", "");
  }

  /** Facts without a word about their handling. */
  public CaseFacts(
      String label,
      String purpose,
      String purposeText,
      String basis,
      List<String> basisReferences,
      String operator,
      String operatorRole,
      String controller,
      List<String> jurisdictions,
      String retention,
      String zone) {
    this(
        label,
        purpose,
        purposeText,
        basis,
        basisReferences,
        operator,
        operatorRole,
        controller,
        jurisdictions,
        retention,
        zone,
        Care.UNSAID);
  }

  /** The three facts that have no default, and nothing else. */
  public static CaseFacts of(String purpose, String basis, String operator) {
    return new CaseFacts("", purpose, "", basis, List.of(), operator, "", "", List.of(), "", "");
  }

  /** What must be given and is not, in the order in which it is asked for. */
  public List<MissingFact> missing() {
    List<MissingFact> missing = new ArrayList<>();
    if (purpose.isBlank()) {
      missing.add(new MissingFact("--purpose", "--purpose litigation-evidence"));
    }
    if (basis.isBlank()) {
      missing.add(new MissingFact("--basis", "--basis '6(1)(f)'"));
    }
    if (operator.isBlank()) {
      missing.add(new MissingFact("--operator", "--operator 'A. Clerk'"));
    }
    LawfulBasis.missing(basis, basisReferences).ifPresent(missing::add);
    return missing;
  }

  /**
   * The case that these facts make.
   *
   * @throws IllegalArgumentException in one line, naming what is missing with examples, or the
   *     first fact that cannot be
   */
  public Case open(UUID id, Instant at) {
    if (!missing().isEmpty()) {
      String named =
          missing().stream().map(MissingFact::toString).collect(Collectors.joining(", "));
      throw new IllegalArgumentException("missing: " + named);
    }
    Case file = filled(id, at);
    if (!file.faults().isEmpty()) {
      throw new IllegalArgumentException(file.faults().get(0));
    }
    return file;
  }

  private Case filled(UUID id, Instant at) {
    String why = Purpose.of(purpose).map(Purpose::label).orElse("");
    String kept = Purpose.of(purpose).map(Purpose::retention).orElse(Retention.CLOSE_AND_SIX);
    List<String> places = jurisdictions.isEmpty() ? List.of(Jurisdiction.BASE) : jurisdictions;
    return new Case(
        id,
        or(label, purpose),
        purpose,
        or(purposeText, why),
        basis,
        basisReferences,
        operator,
        or(operatorRole, "operator"),
        or(controller, operator),
        places,
        or(retention, kept),
        or(zone, Jurisdiction.zone(places)),
        at,
        handling(),
        Optional.empty());
  }

  private Handling handling() {
    String body = Purpose.of(purpose).map(Purpose::sector).orElse(Sector.PRIVATE).code();
    return new Handling(
        or(care.sector(), body), or(care.minimisation(), Minimisation.FULL.code()), day());
  }

  private Optional<LocalDate> day() {
    if (care.keepUntil().isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(care.keepUntil().strip()));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a day is written 2027-03-01", e);
    }
  }

  private static String or(String given, String otherwise) {
    return given.isBlank() ? otherwise : given.strip();
  }
}
