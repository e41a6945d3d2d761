package dev.affiant.store;

import dev.affiant.seal.LogKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A log key as a PKCS#12 file, alias {@code log}, with a certificate that it signs itself, because
 * the format keeps no private key without one. The certificate proves nothing.
 *
 * <p>Source: RFC 7292; RFC 8410.
 */
final class KeyFile {
  private static final String ALIAS = "log";
  private static final List<String> STRENGTHS =
      List.of(
          "keystore.pkcs12.keyPbeIterationCount",
          "keystore.pkcs12.certPbeIterationCount",
          "keystore.pkcs12.macIterationCount");
  private static final Instant NO_END = Instant.parse("9999-12-31T23:59:59Z");

  private KeyFile() {}

  /**
   * The file of a key.
   *
   * @param strength how often the password is hashed: what a guess costs, and every start as well
   */
  static byte[] bytes(LogKey key, char[] password, int strength, Instant at) {
    List<String> before = STRENGTHS.stream().map(KeyFile::setting).toList();
    synchronized (KeyFile.class) {
      try {
        // the platform takes these from nowhere else
        STRENGTHS.forEach(name -> Security.setProperty(name, Integer.toString(strength)));
        return bytes(key, password, at);
      } finally {
        for (int i = 0; i < before.size(); i++) {
          Security.setProperty(STRENGTHS.get(i), before.get(i));
        }
      }
    }
  }

  private static String setting(String name) {
    String set = Security.getProperty(name);
    return set == null ? "" : set; // empty means the platform's own
  }

  private static byte[] bytes(LogKey key, char[] password, Instant at) {
    try {
      KeyStore file = KeyStore.getInstance("PKCS12");
      file.load(null, password);
      Certificate[] chain = {SelfSigned.certificate(key.vkey().name(), key.pair(), at)};
      file.setKeyEntry(ALIAS, key.pair().getPrivate(), password, chain);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.store(out, password);
      return out.toByteArray();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("Java 17 writes PKCS#12 in memory", e);
    }
  }

  /**
   * The key in a file.
   *
   * @param name the log's
   * @param where for what it says if the file does not open
   */
  static LogKey read(byte[] bytes, char[] password, String name, Path where) {
    try {
      KeyStore file = KeyStore.getInstance("PKCS12");
      file.load(new ByteArrayInputStream(bytes), password);
      if (file.getKey(ALIAS, password) instanceof PrivateKey secret) {
        return new LogKey(name, new KeyPair(file.getCertificate(ALIAS).getPublicKey(), secret));
      }
      throw Faults.altered("the log's key is not in its file", where);
    } catch (GeneralSecurityException | IOException e) {
      throw fault(e, where);
    }
  }

  private static StoreFault fault(Exception e, Path where) {
    boolean password =
        e instanceof UnrecoverableKeyException || e.getCause() instanceof UnrecoverableKeyException;
    return password
        ? new StoreFault(
            StoreFault.Kind.LOCKED,
            "the password does not open the log's key",
            where,
            "put the right one into AFFIANT_KEY_PASSWORD")
        : Faults.altered("the log's key cannot be read", where);
  }

  /** Apart, so that BouncyCastle is loaded only where a key is made. */
  private static final class SelfSigned {
    private SelfSigned() {}

    static X509Certificate certificate(String name, KeyPair pair, Instant at)
        throws GeneralSecurityException {
      X500Name subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
      try {
        JcaX509v3CertificateBuilder builder =
            new JcaX509v3CertificateBuilder(
                subject,
                BigInteger.valueOf(at.toEpochMilli()),
                Date.from(at),
                Date.from(NO_END),
                subject,
                pair.getPublic());
        return new JcaX509CertificateConverter()
            .getCertificate(
                builder.build(new JcaContentSignerBuilder("Ed25519").build(pair.getPrivate())));
      } catch (OperatorCreationException e) {
        throw new GeneralSecurityException(e);
      }
    }
  }
}
