package dev.affiant.network;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A certificate as a line of the network artifact. */
final class CertificateLine {
  private CertificateLine() {}

  static ObjectNode write(TlsCertificate certificate) {
    ObjectNode line = Json.object().put("type", "certificate");
    line.put("sha256", certificate.sha256().hex());
    Optional<TlsCertificate.Facts> facts = certificate.facts();
    line.put("subject", facts.map(TlsCertificate.Facts::subject).orElse(null));
    line.put("issuer", facts.map(TlsCertificate.Facts::issuer).orElse(null));
    line.put("serial", facts.map(TlsCertificate.Facts::serial).orElse(null));
    line.put("notBefore", facts.map(f -> Times.text(f.notBefore())).orElse(null));
    line.put("notAfter", facts.map(f -> Times.text(f.notAfter())).orElse(null));
    facts.ifPresentOrElse(
        f -> f.names().forEach(line.putArray("names")::add), () -> line.putNull("names"));
    return line.put("der", certificate.der());
  }

  static TlsCertificate read(Row row) {
    return new TlsCertificate(
        row.hash("sha256"), row.maybe("subject", name -> facts(row)), row.text("der"));
  }

  private static TlsCertificate.Facts facts(Row row) {
    return new TlsCertificate.Facts(
        row.text("subject"),
        row.text("issuer"),
        row.text("serial"),
        row.time("notBefore"),
        row.time("notAfter"),
        row.texts("names"));
  }
}
