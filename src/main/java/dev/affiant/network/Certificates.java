package dev.affiant.network;

import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Sha256;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads certificates; one that is broken, or that Java cannot read, still counts by its hash. */
final class Certificates {
  private Certificates() {}

  /** Each certificate of a record once, in the order in which they were first shown. */
  static List<TlsCertificate> of(NetworkRecord record, Holding holding) throws IOException {
    Set<Sha256> shown = new LinkedHashSet<>();
    record.exchanges().forEach(e -> e.tls().ifPresent(tls -> shown.addAll(tls.chain())));
    List<TlsCertificate> read = new ArrayList<>();
    for (Sha256 each : shown) {
      byte[] der =
          holding
              .bytes(each)
              .orElseThrow(() -> new FileNotFoundException("a certificate is not here: " + each));
      read.add(read(each, der));
    }
    return read;
  }

  private static TlsCertificate read(Sha256 hash, byte[] der) {
    String text = Base64.getEncoder().encodeToString(der);
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      X509Certificate certificate =
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
      return new TlsCertificate(hash, Optional.of(facts(certificate)), text);
    } catch (CertificateException unreadable) {
      // What a server shows is its own affair; the bytes are kept, and that nothing is said of
      // them says that they could not be read.
      return new TlsCertificate(hash, Optional.empty(), text);
    }
  }

  private static TlsCertificate.Facts facts(X509Certificate certificate)
      throws CertificateParsingException {
    return new TlsCertificate.Facts(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        certificate.getSerialNumber().toString(16),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        names(certificate));
  }

  private static List<String> names(X509Certificate certificate)
      throws CertificateParsingException {
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    List<String> texts = new ArrayList<>();
    if (names != null) {
      for (List<?> name : names) {
        // A name is a kind and a value; the kinds that are no text are none of hosts' or
        // addresses'.
        if (name.get(1) instanceof String text) {
          texts.add(text);
        }
      }
    }
    return texts;
  }
}
