package dev.affiant.engine;

import dev.affiant.casefile.Order;
import dev.affiant.casefile.TargetUrl;
import dev.affiant.network.Exchange;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Hop;
import dev.affiant.policy.Permit;
import dev.affiant.policy.PermitsForTests;
import dev.affiant.policy.Stage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/** One page looked at in a test: an order, a recorder, and what was seen. */
public final class Visit {
  public final Recorder recorder = new Recorder(new MemoryStaging(), Clock.systemUTC());
  public final Order order;
  public final Permit permit;

  public Visit(String url) {
    this(url, hop -> PermitsForTests.yes(Stage.HOP));
  }

  public Visit(String url, Function<Hop, Decision> hops) {
    this(Orders.of(url), hops);
  }

  public Visit(Order order) {
    this(order, hop -> PermitsForTests.yes(Stage.HOP));
  }

  private Visit(Order order, Function<Hop, Decision> hops) {
    this.order = order;
    permit = PermitsForTests.guarded(order, hops);
  }

  public Opening behind(TinyWeb web) {
    return new Opening(permit, web.address(), "no lane", recorder);
  }

  public TargetUrl target() {
    return order.target();
  }

  /** Beats until it holds, for at most so many seconds; whether it does. */
  public boolean until(int seconds, Runnable beat, BooleanSupplier holds) {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    while (!holds.getAsBoolean() && System.nanoTime() < end) {
      Leash.run(Duration.ofSeconds(10), beat);
    }
    return holds.getAsBoolean();
  }

  /** Beats until as much has been under way for a while. */
  public void settle(Runnable beat) {
    int[] calm = {0};
    int[] last = {0};
    until(
        20,
        beat,
        () -> {
          int now = recorder.inFlight();
          calm[0] = now == last[0] ? calm[0] + 1 : 0;
          last[0] = now;
          return calm[0] > 25;
        });
  }

  public Exchange one(String urlEnd) {
    return all(e -> e.url().endsWith(urlEnd) && !e.kind().equals("preflight")).stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError("no exchange of " + urlEnd + " in " + urls()));
  }

  public List<Exchange> all(Predicate<Exchange> which) {
    return recorder.exchanges().stream().filter(which).toList();
  }

  public List<Notice> notices(String kind) {
    return recorder.notices().stream().filter(n -> n.kind().equals(kind)).toList();
  }

  private List<String> urls() {
    return recorder.exchanges().stream().map(Exchange::url).toList();
  }
}
