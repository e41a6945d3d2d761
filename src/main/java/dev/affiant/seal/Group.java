package dev.affiant.seal;

import java.util.List;
import java.util.Locale;

/** The groups that every manifest has, in this order, and the fields that each has at the least. */
enum Group {
  IDENTITY("environment engine profile"),
  AUTHORITY("purpose lawfulBasis operator controller jurisdictions retention"),
  TARGET("urlRequested urlVisited urlFinal urlCanonical redirects status title"),
  TIME("startedAt endedAt clock freshness timestampsExpected"),
  NETWORK("egressIp peer tls requests"),
  BROWSER("build view userAgent fontsDigest"),
  AGENT("product version jarSha256 jdk imageDigest selfTest"),
  PAGE("access"),
  CHECKS("warnings"),
  RELATIONS("previous dependsOn parent batch watch secondLookOf"),
  DECISION("stages conditions");

  private final String fields;

  Group(String fields) {
    this.fields = fields;
  }

  /** As it is written: {@code identity}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<String> fields() {
    return List.of(fields.split(" "));
  }
}
