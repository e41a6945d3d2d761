package dev.affiant.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ground in data protection law: a code of GDPR Article 6, or {@code none} where that law does
 * not apply.
 */
final class LawfulBasis {
  static final String NONE = "none";
  private static final String UK_ONLY = "6(1)(ea)";
  private static final Set<String> CODES =
      Set.of("6(1)(a)", "6(1)(b)", "6(1)(c)", "6(1)(d)", "6(1)(e)", "6(1)(f)", UK_ONLY, NONE);

  /** What a basis rests on, where it cannot stand alone: kind, and an example. */
  private static final Map<String, String[]> NEEDS =
      Map.of(
          "6(1)(a)",
          new String[] {"consent", "CONSENT-2026-31"},
          "6(1)(b)",
          new String[] {"contract", "agreement of 2026-02-01, clause 4"},
          "6(1)(c)",
          new String[] {"obligation", "CPR PD 31B"},
          "6(1)(d)",
          new String[] {"supervisor", "B. Partner"},
          "6(1)(e)",
          new String[] {"task", "Communications Act 2003, s.3"},
          NONE,
          new String[] {"reason", "no personal data"});

  private static final Pattern KIND = Pattern.compile("([a-z][a-z0-9-]{1,20}):\\s*(.*)");

  private LawfulBasis() {}

  /** The reference that this basis cannot be without and has not, with an example. */
  static Optional<MissingFact> missing(String code, List<String> references) {
    String[] need = NEEDS.get(code.strip());
    if (need == null
        || code.strip().equals(NONE)
        || reference(code, references, need[0]).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new MissingFact("--basis-ref", "--basis-ref '" + need[0] + ": " + need[1] + "'"));
  }

  /**
   * The reference of this kind: {@code lia} finds {@code lia: LIA-2026-014}. One without a kind is
   * of the kind that the basis is about.
   */
  static Optional<String> reference(String code, List<String> references, String kind) {
    String usual =
        code.equals("6(1)(f)") ? "lia" : NEEDS.containsKey(code) ? NEEDS.get(code)[0] : "";
    for (String reference : references) {
      Matcher form = KIND.matcher(reference.strip());
      String is = form.matches() ? form.group(1) : usual;
      String words = form.matches() ? form.group(2) : reference.strip();
      if (is.equals(kind) && !words.isBlank()) {
        return Optional.of(words);
      }
    }
    return Optional.empty();
  }

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
