package dev.affiant.casefile;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What kind of permission an authority is; who gives it follows from the kind. */
public enum AuthorityType {
  PLATFORM_PERMISSION("platform-permission", "the platform's written permission"),
  RESEARCH_AGREEMENT("research-agreement", "a research or interface agreement with the platform"),
  RESEARCHER_ACCESS("researcher-access", "a vetted researcher's access (DSA, Article 40)"),
  COURT_ORDER("court-order", "a court's order"),
  WARRANT("warrant", "a warrant"),
  STATUTORY_POWER("statutory-power", "a power given by statute"),
  OWNER_CONSENT("owner-consent", "the consent of the content's owner"),
  SITE_OWNER("site-owner", "the site is the controller's own"),
  COUNSEL_PRESERVATION("counsel-preservation", "counsel's instruction to preserve evidence"),
  SURVEILLANCE_AUTHORISATION(
      "surveillance-authorisation", "an authorisation of directed surveillance"),
  AGENCY_POLICY("agency-policy", "a public agency's published policy");

  private final String code;
  private final String label;

  AuthorityType(String code, String label) {
    this.code = code;
    this.label = label;
  }

  /** As it is written and sealed: {@code court-order}. */
  public String code() {
    return code;
  }

  /** For people: {@code a court's order}. */
  public String label() {
    return label;
  }

  /** The type with this code. */
  public static Optional<AuthorityType> of(String code) {
    return Arrays.stream(values()).filter(t -> t.code.equals(code)).findFirst();
  }

  /** All codes, for people. */
  public static String codes() {
    return Arrays.stream(values()).map(AuthorityType::code).collect(Collectors.joining(", "));
  }
}
