package dev.affiant.network;

import dev.affiant.evidence.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A certificate that a server showed.
 *
 * @param sha256 of its DER
 * @param facts what it says, or none if Java cannot read it
 * @param der its bytes in base64
 *     <p>Source: RFC 5280.
 */
public record TlsCertificate(Sha256 sha256, Optional<Facts> facts, String der) {

  /**
   * What a certificate says.
   *
   * @param subject as in {@code CN=a.example,O=A}
   * @param serial in lower-case hex
   * @param names the hosts and addresses it is for
   */
  public record Facts(
      String subject,
      String issuer,
      String serial,
      Instant notBefore,
      Instant notAfter,
      List<String> names) {
    public Facts {
      names = List.copyOf(names);
    }
  }
}
