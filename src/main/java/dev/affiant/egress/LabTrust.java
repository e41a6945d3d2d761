package dev.affiant.egress;

import dev.affiant.casefile.Lab;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts what the platform trusts, and the certificate authorities of a lab by their keys. It is
 * used for hosts that the lab maps to this machine, and for no other; dates and names are checked
 * all the same.
 */
final class LabTrust implements X509TrustManager {
  private final X509TrustManager usual;
  private final List<String> keys;

  private LabTrust(X509TrustManager usual, List<String> keys) {
    this.usual = usual;
    this.keys = keys;
  }

  /** The factory of sockets to this host. */
  static SSLSocketFactory factory(Lab lab, String host) {
    if (lab.keys().isEmpty() || lab.at(host).isEmpty()) {
      return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManager[] trust = {new LabTrust(usual(), lab.keys())};
      context.init(null, trust, new SecureRandom());
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  private static X509TrustManager usual() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("no trust manager"));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    try {
      usual.checkServerTrusted(chain, type);
    } catch (CertificateException notPublic) {
      if (!ends(chain)) {
        throw notPublic;
      }
    }
  }

  /**
   * Whether each is signed by the next, all are in force, and the last is an authority's of ours.
   */
  private boolean ends(X509Certificate[] chain) throws CertificateException {
    for (int i = 0; i < chain.length; i++) {
      chain[i].checkValidity();
      if (i + 1 < chain.length && !signed(chain[i], chain[i + 1])) {
        return false;
      }
    }
    return chain.length > 1 && keys.contains(spki(chain[chain.length - 1]));
  }

  private static boolean signed(X509Certificate one, X509Certificate by) {
    try {
      one.verify(by.getPublicKey());
      return by.getBasicConstraints() >= 0;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String spki(X509Certificate certificate) {
    byte[] key = certificate.getPublicKey().getEncoded();
    MessageDigest hasher = dev.affiant.evidence.Sha256.hasher();
    return Base64.getEncoder().encodeToString(hasher.digest(key));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("no client is spoken to");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return usual.getAcceptedIssuers();
  }
}
