package dev.affiant.casefile;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a case is for: a closed list of codes, each with words for people and a usual retention. */
public enum Purpose {
  LITIGATION_EVIDENCE("litigation-evidence", "Evidence for litigation", Retention.CLOSE_AND_SIX),
  OWN_CONTENT("own-content", "Preservation of one's own content", Retention.CLOSE_AND_SIX),
  FRAUD_SECURITY("fraud-security", "Fraud or a security threat", Retention.CLOSE_AND_SIX),
  BRAND_MONITORING("brand-monitoring", "Monitoring of a brand or a crisis", Retention.DAYS_90),
  JOURNALISM("journalism", "Journalism in the public interest", Retention.CLOSE_AND_SIX),
  RESEARCH("research", "Academic research", Retention.CLOSE_AND_SIX),
  LAW_ENFORCEMENT("law-enforcement", "Law enforcement", Retention.CLOSE_AND_SIX),
  REGULATORY("regulatory", "A regulator's task", Retention.CLOSE_AND_SIX);

  private final String code;
  private final String label;
  private final String retention;

  Purpose(String code, String label, String retention) {
    this.code = code;
    this.label = label;
    this.retention = retention;
  }

  /** As it is written and sealed: {@code litigation-evidence}. */
  public String code() {
    return code;
  }

  /** For people: {@code Evidence for litigation}. */
  public String label() {
    return label;
  }

  /** What kind of body usually has it, unless the case says otherwise. */
  public Sector sector() {
    return switch (this) {
      case JOURNALISM -> Sector.PRESS;
      case RESEARCH -> Sector.ACADEMIC;
      case LAW_ENFORCEMENT -> Sector.LAW_ENFORCEMENT;
      case REGULATORY -> Sector.PUBLIC_AUTHORITY;
      case LITIGATION_EVIDENCE, OWN_CONTENT, FRAUD_SECURITY, BRAND_MONITORING -> Sector.PRIVATE;
    };
  }

  /** How long what is captured for it is kept, unless the case says otherwise. */
  public String retention() {
    return retention;
  }

  /** The purpose with this code. */
  public static Optional<Purpose> of(String code) {
    return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
  }

  /** All codes, for people: {@code litigation-evidence, own-content, …}. */
  public static String codes() {
    return Arrays.stream(values()).map(Purpose::code).collect(Collectors.joining(", "));
  }
}
