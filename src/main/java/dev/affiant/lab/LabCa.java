package dev.affiant.lab;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority that lives as long as one lab: a root, an intermediate, and a leaf for
 * each host, all P-256.
 *
 * <p>Certificates are made when first asked for, so that a lab nobody visits by https costs one
 * key.
 */
final class LabCa {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int CA_BITS = KeyUsage.keyCertSign | KeyUsage.cRLSign;
  private final String name;
  private final Instant now;
  private final SecureRandom random = new SecureRandom();
  private final KeyPair root = keys();
  private final KeyPair intermediate = keys();

  LabCa(String name, Instant now) {
    this.name = name;
    this.now = now;
  }

  /** A key and its certificates, leaf first, root last. */
  record Identity(PrivateKey key, List<X509Certificate> chain) {
    Identity {
      chain = List.copyOf(chain);
    }
  }

  /** The root's SubjectPublicKeyInfo, DER. */
  byte[] spki() {
    return root.getPublic().getEncoded();
  }

  X509Certificate root() {
    return sign(new Wanted(subject("root"), subject("root"), root, root, 3650), "", true);
  }

  /** A certificate for this host that is valid, or was until yesterday. */
  Identity leaf(String host, boolean expired) {
    KeyPair keys = keys();
    int days = expired ? -1 : 30;
    X500Principal own = new X500Principal("CN=" + host + ", O=Affiant lab");
    Wanted leaf = new Wanted(subject("intermediate"), own, intermediate, keys, days);
    Wanted middle = new Wanted(subject("root"), subject("intermediate"), root, intermediate, 365);
    return new Identity(
        keys.getPrivate(), List.of(sign(leaf, host, false), sign(middle, "", true), root()));
  }

  /** A certificate that vouches for itself. */
  Identity alone(String host) {
    KeyPair keys = keys();
    X500Principal own = new X500Principal("CN=" + host + ", O=Affiant lab");
    return new Identity(
        keys.getPrivate(), List.of(sign(new Wanted(own, own, keys, keys, 30), host, false)));
  }

  private X500Principal subject(String rank) {
    return new X500Principal("CN=" + name + " " + rank + ", O=Affiant lab");
  }

  /** A certificate to be signed; negative days: it ended so many days ago. */
  private record Wanted(
      X500Principal issuer, X500Principal subject, KeyPair signer, KeyPair keys, int days) {}

  private X509Certificate sign(Wanted wanted, String host, boolean authority) {
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              wanted.issuer(),
              new BigInteger(120, random).setBit(120),
              Date.from(now.minus(DAY.multipliedBy(60))),
              Date.from(now.plus(DAY.multipliedBy(wanted.days()))),
              wanted.subject(),
              wanted.keys().getPublic());
      add(builder, Extension.basicConstraints, new BasicConstraints(authority));
      add(
          builder,
          Extension.keyUsage,
          new KeyUsage(authority ? CA_BITS : KeyUsage.digitalSignature));
      if (!host.isEmpty()) {
        add(
            builder,
            Extension.extendedKeyUsage,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        GeneralName san = new GeneralName(GeneralName.dNSName, host);
        add(builder, Extension.subjectAlternativeName, new GeneralNames(san));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA")
                      .build(wanted.signer().getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("could not make a certificate for the lab", e);
    }
  }

  private static void add(
      JcaX509v3CertificateBuilder builder, ASN1ObjectIdentifier extension, ASN1Encodable value)
      throws IOException {
    boolean critical =
        extension.equals(Extension.basicConstraints) || extension.equals(Extension.keyUsage);
    builder.addExtension(extension, critical, value);
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }
}
