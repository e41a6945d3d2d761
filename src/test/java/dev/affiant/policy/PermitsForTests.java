package dev.affiant.policy;

import dev.affiant.casefile.Order;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Makes permits for the tests of rooms that only hold them. */
public final class PermitsForTests {
  private PermitsForTests() {}

  /** One that says yes to everything. */
  public static Permit open(Order order) {
    return guarded(order, hop -> yes(Stage.HOP));
  }

  /** One whose hops are decided so. */
  public static Permit guarded(Order order, Function<Hop, Decision> hops) {
    return new Permit(order, Instant.EPOCH, Instant.MAX, hops, s -> yes(Stage.LOADED));
  }

  /** One that says yes to everything, and ends then. */
  public static Permit until(Order order, Instant end) {
    return new Permit(
        order, Instant.EPOCH, end, hop -> yes(Stage.HOP), sighting -> yes(Stage.LOADED));
  }

  public static Decision yes(Stage stage) {
    return new Decision(stage, Effect.PERMIT, List.of(), Instant.EPOCH);
  }

  public static Decision no(Stage stage, String rule) {
    Ground ground = new Ground(rule, Effect.REFUSE, "because the test says so", "");
    return new Decision(stage, Effect.REFUSE, List.of(ground), Instant.EPOCH);
  }
}
