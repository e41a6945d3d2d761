package dev.affiant.lab;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The lab's side of TLS: shows each host the certificate of its kind, by the name that the client
 * asks for. Any thread may use it.
 *
 * <p>The kinds that are wrong come from a CA of their own: a client that was told to trust the
 * lab's root key would wave an expired or misnamed certificate under that root through.
 */
final class LabTls implements Wire.Tls {
  private final Map<String, CertificateKind> kinds;
  private final LabCa good;
  private final LabCa other;
  private final Map<String, LabCa.Identity> made = new ConcurrentHashMap<>();
  private @Nullable SSLSocketFactory factory;

  LabTls(Map<String, CertificateKind> kinds, Instant now) {
    this.kinds = Map.copyOf(kinds);
    this.good = new LabCa("Affiant lab", now);
    this.other = new LabCa("Somebody else's", now);
  }

  byte[] spki() {
    return good.spki();
  }

  X509Certificate root() {
    return good.root();
  }

  @Override
  public synchronized SSLSocketFactory factory() {
    if (factory == null) {
      try {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {new Keys()}, null, null);
        factory = context.getSocketFactory();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java platform has TLS", e);
      }
    }
    return factory;
  }

  /** A context for clients that trust this lab's root and nothing else. */
  SSLContext trusting() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("lab", root());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("could not make a trust store for the lab", e);
    }
  }

  private LabCa.Identity make(String host) {
    CertificateKind kind = kinds.getOrDefault(host, CertificateKind.GOOD);
    return switch (kind) {
      case GOOD -> good.leaf(host, false);
      case OTHER_CA -> other.leaf(host, false);
      case EXPIRED -> other.leaf(host, true);
      case WRONG_NAME -> other.leaf("elsewhere.lab", false);
      case SELF_SIGNED -> other.alone(host);
    };
  }

  /** Picks by server name; an alias is a host. */
  private final class Keys extends X509ExtendedKeyManager {
    @Override
    public @Nullable String chooseServerAlias(
        String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
      if (!keyType.equals("EC") || !(socket instanceof SSLSocket shielded)) {
        return null;
      }
      if (shielded.getHandshakeSession() instanceof ExtendedSSLSession session) {
        for (SNIServerName name : session.getRequestedServerNames()) {
          if (name instanceof SNIHostName host) {
            return host.getAsciiName();
          }
        }
      }
      return "nameless.lab";
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return identity(alias).chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return identity(alias).key();
    }

    private LabCa.Identity identity(String host) {
      return made.computeIfAbsent(host, LabTls.this::make);
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
      return new String[0];
    }

    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
      return new String[0];
    }

    @Override
    public @Nullable String chooseClientAlias(
        String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return null;
    }
  }
}
