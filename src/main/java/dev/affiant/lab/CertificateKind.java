package dev.affiant.lab;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is right or wrong with the certificate that a host shows. */
enum CertificateKind {
  /** Issued by the lab's CA for this host, valid. */
  GOOD,
  /** Issued by a CA that nobody trusts. */
  OTHER_CA,
  /** Issued by that other CA, and expired a day ago. */
  EXPIRED,
  /** Issued by that other CA, for another host. */
  WRONG_NAME,
  /** Signed with its own key. */
  SELF_SIGNED;

  /** Reads {@code other-ca}. */
  static CertificateKind parse(String text) {
    for (CertificateKind kind : values()) {
      if (kind.toString().equals(text)) {
        return kind;
      }
    }
    String all = Arrays.stream(values()).map(Object::toString).collect(Collectors.joining(", "));
    throw new IllegalArgumentException("no such kind of certificate: " + text + " (" + all + ")");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
