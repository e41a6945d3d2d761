package dev.affiant.engine.playwright;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.casefile.ViewingConditions;
import dev.affiant.egress.Egress;
import dev.affiant.egress.Lane;
import dev.affiant.egress.Resolver;
import dev.affiant.engine.Arrival;
import dev.affiant.engine.Opening;
import dev.affiant.engine.Orders;
import dev.affiant.engine.Tab;
import dev.affiant.engine.Visit;
import dev.affiant.evidence.Digest;
import dev.affiant.lab.LabServer;
import dev.affiant.lab.Published;
import dev.affiant.network.Ending;
import dev.affiant.network.Exchange;
import dev.affiant.network.Tls;
import dev.affiant.policy.KeysForTests;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The engine behind a real lane, on the fixture sites, over https. */
class PlaywrightLabTest {
  private static LabServer lab;
  private static PlaywrightEngine engine;

  @BeforeAll
  static void start() {
    List<String> sites = List.of("zoo.lab", "other.lab", "secure.lab", "badcert.lab");
    lab = LabServer.start(Path.of("fixtures"), Clock.systemUTC(), sites);
    engine = PlaywrightEngine.start(PlaywrightEngineTest.setup(List.of(lab.caSpkiSha256())));
  }

  @AfterAll
  static void end() {
    engine.close();
    lab.close();
  }

  private static Visit visit(String url) {
    return new Visit(Orders.of(url, ViewingConditions.DEFAULT, lab.lab()));
  }

  private static Arrival look(Visit visit) {
    return look(visit, () -> true);
  }

  private static Arrival look(Visit visit, BooleanSupplier seen) {
    Egress egress = new Egress(Resolver.system(), Clock.systemUTC());
    try (Lane lane = egress.open(KeysForTests.clearance(visit.order));
        Tab tab =
            engine.open(new Opening(visit.permit, lane.proxy(), lane.mark(), visit.recorder))) {
      Arrival arrival = tab.goTo(visit.target());
      visit.until(40, tab::beat, seen);
      visit.settle(tab::beat);
      visit.recorder.stop();
      return arrival;
    }
  }

  @Test
  void everyBodyOfTheLabsZooIsAsPublished() {
    Visit visit = visit("https://zoo.lab/small");
    assertTrue(look(visit, () -> wholes(visit).size() > 25).committed());
    List<Exchange> wholes = wholes(visit);
    assertTrue(wholes.size() > 25, wholes.size() + " exchanges");
    assertAll(wholes.stream().map(PlaywrightLabTest::published));
  }

  private static List<Exchange> wholes(Visit visit) {
    return visit.all(
        e ->
            e.ending() == Ending.FINISHED
                && e.method().equals("GET")
                && lab.published(e.url()).isPresent());
  }

  private static Executable published(Exchange exchange) {
    Published sent = lab.published(exchange.url()).orElseThrow();
    Optional<Digest> got = exchange.body().map(b -> b.digest());
    boolean none = exchange.whyNoBody().contains("has none") || exchange.kind().equals("preflight");
    return () ->
        assertEquals(none ? Optional.empty() : Optional.of(sent.decoded()), got, exchange.url());
  }

  @Test
  void aSecurePageHasItsTlsFactsAndChain() throws Exception {
    Visit visit = visit("https://secure.lab/");
    assertTrue(look(visit).committed());
    Tls tls = visit.one("https://secure.lab/").tls().orElseThrow();
    assertTrue(tls.protocol().startsWith("TLS 1."), tls.protocol());
    assertFalse(tls.chain().isEmpty());
    try (InputStream der = visit.recorder.staging().open(tls.chain().get(0)).orElseThrow()) {
      X509Certificate leaf =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der.readAllBytes()));
      assertTrue(leaf.getSubjectX500Principal().getName().contains("secure.lab"));
    }
  }

  @Test
  void aBadCertificateIsAFailureAndNotIgnored() {
    Visit visit = visit("https://badcert.lab/");
    Arrival arrival = look(visit);
    assertEquals(new Arrival(false, "net::ERR_CERT_AUTHORITY_INVALID"), arrival);
    assertEquals(Ending.FAILED, visit.one("https://badcert.lab/").ending());
  }

  @Test
  void kindsOfTrafficAreToldApart() {
    Visit visit = visit("https://zoo.lab/small");
    List<String> targets = List.of("page", "worker", "shared-worker");
    look(
        visit,
        () ->
            targets.stream().noneMatch(t -> visit.all(e -> e.target().equals(t)).isEmpty())
                && !visit.notices("service-worker").isEmpty());
    assertAll(
        targets.stream()
            .map(t -> () -> assertFalse(visit.all(e -> e.target().equals(t)).isEmpty(), t)));
    assertFalse(visit.notices("service-worker").isEmpty());
    assertAll(
        lab.requests().stream()
            .map(h -> h.header("user-agent").orElse("none"))
            .distinct()
            .map(a -> () -> assertTrue(a.endsWith(" Affiant/0.1.0"), a)));
    assertFalse(visit.all(e -> e.kind().equals("websocket")).isEmpty());
  }
}
