package dev.affiant.policy;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.Erasure;
import dev.affiant.casefile.Lab;
import dev.affiant.casefile.Occasion;
import dev.affiant.casefile.Order;
import dev.affiant.casefile.TargetUrl;
import dev.affiant.casefile.ViewingConditions;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Role;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes the keys that a store asks for, for its tests. */
public final class KeysForTests {
  private static final Instant AT = Instant.parse("2026-11-24T22:51:29.004Z");

  private static final Boundary NOTHING_DENIED =
      new Boundary() {
        @Override
        public Optional<Ground> name(String host, int port) {
          return Optional.empty();
        }

        @Override
        public Optional<Ground> address(String host, InetAddress address, int port) {
          return Optional.empty();
        }
      };

  private KeysForTests() {}

  /** A clearance of an ordinary order. */
  public static Clearance clearance(CaptureId id) {
    return clearance(order(id));
  }

  /** A clearance of this order, whose lane is denied nothing. */
  public static Clearance clearance(Order order) {
    Decision yes = new Decision(Stage.PLAN, Effect.PERMIT, List.of(), AT);
    Limits limits = new Limits("TEST", Long.MAX_VALUE, Long.MAX_VALUE, 64);
    return new Clearance(History.bare(order), yes, NOTHING_DENIED, limits);
  }

  /** A key that withholds these roles. */
  public static Keep keep(Map<Role, String> withheld) {
    return new Keep(new Decision(Stage.KEEP, Effect.PERMIT, List.of(), AT), withheld);
  }

  /** A key to an erasure. */
  public static Removal removal(Erasure erasure) {
    return new Removal(new Decision(Stage.ERASE, Effect.PERMIT, List.of(), AT), erasure);
  }

  /** An ordinary order for a page of a case. */
  public static Order order(CaptureId id, Case file, String url) {
    return new Order(
        id,
        url,
        TargetUrl.parse(url),
        file,
        new Occasion.Asked(Optional.empty()),
        Optional.empty(),
        "playwright",
        ViewingConditions.DEFAULT,
        List.of(Role.RESPONSE),
        Duration.ofSeconds(90),
        Lab.NONE);
  }

  private static Order order(CaptureId id) {
    return new Order(
        id,
        "https://shop.lab/a",
        TargetUrl.parse("https://shop.lab/a"),
        file(),
        new Occasion.Asked(Optional.empty()),
        Optional.empty(),
        "playwright",
        ViewingConditions.DEFAULT,
        List.of(Role.RESPONSE),
        Duration.ofSeconds(90),
        Lab.NONE);
  }

  private static Case file() {
    return new Case(
        new UUID(0, 1),
        "smith-v-jones",
        "litigation-evidence",
        "Litigation evidence",
        "6(1)(f)",
        List.of(),
        "A. Clerk",
        "operator",
        "A. Clerk",
        List.of(),
        "",
        "UTC",
        AT);
  }
}
