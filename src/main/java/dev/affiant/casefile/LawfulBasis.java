package dev.affiant.casefile;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ground in data protection law: a code of GDPR Article 6, or {@code none} where that law does
 * not apply.
 */
final class LawfulBasis {
  static final String NONE = "none";
  private static final String UK_ONLY = "6(1)(ea)";
  private static final Set<String> CODES =
      Set.of("6(1)(a)", "6(1)(b)", "6(1)(c)", "6(1)(d)", "6(1)(e)", "6(1)(f)", UK_ONLY, NONE);

  private LawfulBasis() {}

  /** What is wrong with this basis under these jurisdictions, if anything. */
  static Optional<String> fault(String code, List<String> references, List<String> jurisdictions) {
    if (!CODES.contains(code)) {
      return Optional.of("the lawful basis is one of 6(1)(a) to 6(1)(f), or none with a reason");
    }
    if (code.equals(UK_ONLY) && !jurisdictions.contains("uk")) {
      return Optional.of("the basis 6(1)(ea) exists in the uk only");
    }
    if (!code.equals(NONE)) {
      return Optional.empty();
    }
    if (jurisdictions.stream().anyMatch(Jurisdiction::hasGdpr)) {
      return Optional.of("the basis none does not exist where the GDPR applies");
    }
    boolean reasoned = references.stream().anyMatch(r -> !r.isBlank());
    return reasoned ? Optional.empty() : Optional.of("the basis none needs a reason");
  }
}
