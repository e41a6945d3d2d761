package dev.affiant.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.address.AddressesTest;
import dev.affiant.capture.BrowserThread;
import dev.affiant.capture.Capture;
import dev.affiant.capture.Ended;
import dev.affiant.capture.Pause;
import dev.affiant.capture.Witness;
import dev.affiant.casefile.Case;
import dev.affiant.casefile.Order;
import dev.affiant.casefile.ViewingConditions;
import dev.affiant.egress.Egress;
import dev.affiant.egress.Resolver;
import dev.affiant.engine.Orders;
import dev.affiant.engine.playwright.PlaywrightEngine;
import dev.affiant.engine.playwright.Setup;
import dev.affiant.evidence.Deadline;
import dev.affiant.evidence.End;
import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Reason;
import dev.affiant.extract.CountTest;
import dev.affiant.extract.Extractor;
import dev.affiant.flow.GatesTest;
import dev.affiant.flow.Guides;
import dev.affiant.lab.LabServer;
import dev.affiant.lab.Sites;
import dev.affiant.policy.Ground;
import dev.affiant.policy.History;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Policy;
import dev.affiant.policy.Rule;
import dev.affiant.policy.Stage;
import dev.affiant.policy.rules.Rulebook;
import dev.affiant.profile.ShippedProfiles;
import dev.affiant.store.Store;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name that means a public address at one time and a private one at another. */
class RebindingStoryTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Ids IDS = new Ids(CLOCK, new SecureRandom());

  @TempDir private Path folder = Path.of("");

  /** The lab's own rule as on the internet: any name may be asked for, so that addresses decide. */
  private static final class OpenLab implements Rule {
    @Override
    public String id() {
      return "NET-6";
    }

    @Override
    public Optional<Ground> judge(Stage stage, Inputs in) {
      return Optional.of(Ground.permits(id(), "any name"));
    }

    @Override
    public Optional<Ground> name(Order order, String host, int port) {
      return Optional.of(Ground.permits(id(), "any name"));
    }
  }

  /** First public with a private one behind it, from then on public: no packet may leave for it. */
  private static final class Rebinding implements Resolver {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
      if (!host.equals(Sites.REBINDING_HOST)) {
        throw new UnknownHostException(host);
      }
      InetAddress open = InetAddress.getByAddress(new byte[] {93, (byte) 184, (byte) 215, 14});
      return asked.getAndIncrement() == 0
          ? List.of(open, InetAddress.getLoopbackAddress())
          : List.of(open);
    }
  }

  private static Policy policy() {
    List<Rule> rules =
        Stream.concat(
                Rulebook.base().stream().filter(r -> !r.id().equals("NET-6")),
                Stream.of(new OpenLab()))
            .toList();
    return new Policy(rules, CLOCK);
  }

  @Test
  void itIsResolvedOnceAndBlockedByPolicyForFetchAndSocket() {
    Rebinding resolver = new Rebinding();
    Store store =
        Store.create(
            folder.resolve("evidence"),
            Optional.empty(),
            new Store.Means(CLOCK, IDS, Optional.empty()));
    Setup setup =
        new Setup(Optional.empty(), Setup.usualCache(), "Affiant/0.1.0", true, List.of(), s -> {});
    Ended ended;
    try (LabServer lab = LabServer.start(Path.of("fixtures"), CLOCK, List.of("hostile.lab"));
        BrowserThread browser = new BrowserThread(() -> PlaywrightEngine.start(setup))) {
      Capture capture =
          new Capture(
              new Capture.Tools(
                  policy(),
                  new Guides(GatesTest.shipped(), ShippedProfiles.all()),
                  new Extractor(AddressesTest.shipped(), CountTest.tongues()),
                  History::bare,
                  Pause.by(CLOCK, words -> {}),
                  store,
                  new Egress(resolver, CLOCK),
                  browser,
                  witness(),
                  IDS,
                  CLOCK));
      ended = capture.run(order(lab), Deadline.in(Duration.ofSeconds(60)));
    }
    assertEquals(End.PARTIAL, ended.outcome().end(), ended.outcome().toString());
    assertEquals(1, resolver.asked.get(), "asked once, whatever it would say later");
    for (String kind : List.of("fetch", "websocket")) {
      assertTrue(
          ended.outcome().reasons().contains(blocked(kind)),
          () -> kind + " is not blocked: " + ended.outcome().reasons());
    }
  }

  private static Order order(LabServer lab) {
    Order any = Orders.of(Sites.hostile("private-calls"), ViewingConditions.DEFAULT, lab.lab());
    Case file =
        new Case(
            new UUID(0x7000L, 2),
            "tests",
            "own-content",
            "",
            "6(1)(f)",
            List.of(),
            "a test",
            "operator",
            "a test",
            List.of("base"),
            "close+P6Y",
            "UTC",
            Instant.EPOCH);
    return new Order(
        any.id(),
        any.typed(),
        any.target(),
        file,
        any.occasion(),
        any.profile(),
        any.engine(),
        any.view(),
        any.planned(),
        any.within(),
        any.lab());
  }

  private static Reason blocked(String kind) {
    return new Reason(
        "blocked:" + kind, Sites.REBINDING_HOST + "/: NET-2: 127.0.0.1 is a loopback address");
  }

  private static Witness witness() {
    return new Witness(
        "0.1.0",
        Optional.empty(),
        Optional.empty(),
        "17",
        "a test",
        Optional.empty(),
        Optional.empty(),
        "UTC",
        Optional.empty());
  }
}
