package dev.affiant.lab;

import dev.affiant.casefile.Lab;
import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * Serves every fixture site on one loopback port that the system chooses, http and https alike: a
 * connection whose first byte begins a TLS handshake is TLS. Sites are told apart by the Host
 * header, certificates by the server name that the client asks for.
 *
 * <p>Any thread may ask it. A thread serves each connection; {@link #close} ends them all.
 */
public final class LabServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Map<String, Site> sites;
  private final LabTls tls;
  private final LabLog log;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads;

  private LabServer(ServerSocket listener, Map<String, Site> sites, Clock clock) {
    this.listener = listener;
    this.sites = Map.copyOf(sites);
    this.tls = new LabTls(kinds(sites), clock.instant());
    this.log = new LabLog(clock);
    AtomicInteger numbers = new AtomicInteger();
    this.threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "lab-" + numbers.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Serves every site of a fixtures folder.
   *
   * @param fixtures the folder that holds {@code <site>/site.yaml}
   * @throws IllegalArgumentException if a site.yaml is wrong, saying where
   */
  public static LabServer start(Path fixtures, Clock clock) {
    return start(SiteFile.all(fixtures), clock);
  }

  /** Serves only the named sites of a fixtures folder, such as {@code mastodon.lab}. */
  public static LabServer start(Path fixtures, Clock clock, List<String> names) {
    return start(names.stream().map(name -> SiteFile.read(fixtures.resolve(name))).toList(), clock);
  }

  private static LabServer start(List<Site> sites, Clock clock) {
    Map<String, Site> byHost = new HashMap<>();
    for (Site site : sites) {
      for (String host : site.hosts().keySet()) {
        if (byHost.put(host, site) != null) {
          throw new IllegalArgumentException("two fixture sites claim the host " + host);
        }
      }
    }
    try {
      ServerSocket listener = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
      LabServer server = new LabServer(listener, byHost, clock);
      server.threads.execute(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("the lab cannot listen on loopback", e);
    }
  }

  private static Map<String, CertificateKind> kinds(Map<String, Site> sites) {
    Map<String, CertificateKind> kinds = new HashMap<>();
    sites.values().forEach(site -> kinds.putAll(site.hosts()));
    return kinds;
  }

  /** The one address where every host is served. */
  public InetSocketAddress address() {
    return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
  }

  /** The host map for orders: every host of every site. */
  public Lab lab() {
    Map<String, InetSocketAddress> hosts = new HashMap<>();
    sites.keySet().forEach(host -> hosts.put(host, address()));
    return new Lab(hosts, List.of(caSpkiSha256()));
  }

  /**
   * SHA-256 of the root key's SubjectPublicKeyInfo in base64, as Chromium's {@code
   * --ignore-certificate-errors-spki-list} wants it.
   */
  public String caSpkiSha256() {
    byte[] digest = Sha256.hasher().digest(tls.spki());
    return Base64.getEncoder().encodeToString(digest);
  }

  /** The root certificate, PEM. */
  public String caPem() {
    try {
      byte[] der = tls.root().getEncoded();
      String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
      return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("the lab's root cannot be encoded", e);
    }
  }

  /** For Java clients: trusts this lab's root and nothing else. */
  public SSLContext trusting() {
    return tls.trusting();
  }

  /** Every request until now, in the order of arrival. */
  public List<Heard> requests() {
    return log.requests();
  }

  /** Every answer that has ended until now, in the order of their ends. */
  public List<Sent> answers() {
    return log.answers();
  }

  /** Forgets what was asked and sent until now. */
  public void forget() {
    log.forget();
  }

  /**
   * What a GET of this URL is answered with; empty if the answer has no end or is made by hand. A
   * long body is generated and hashed for it.
   */
  public Optional<Published> published(String url) {
    URI uri = URI.create(url);
    Site site = sites.get(uri.getHost().toLowerCase(Locale.ROOT));
    if (site == null) {
      throw new IllegalArgumentException("this lab has no host " + uri.getHost());
    }
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    Reply reply = site.first("GET", path + query);
    if (!(reply instanceof Reply.Plain plain) || plain.body().length().isEmpty()) {
      return Optional.empty();
    }
    Body body = plain.body();
    return Optional.of(new Published(plain.status(), body.sentDigest(), body.decodedDigest()));
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        threads.execute(() -> serve(socket));
      } catch (IOException | RejectedExecutionException e) {
        return; // closed: the only way that a loopback listener ends
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      new Visit(Wire.open(socket, tls), sites, log).run();
    } catch (IOException e) {
      // the client left, or a fixture hung up on it: nothing to say to anybody
    } finally {
      open.remove(socket);
    }
  }

  /** Closes the port and every connection. */
  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
