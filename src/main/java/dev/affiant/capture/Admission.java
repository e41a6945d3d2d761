package dev.affiant.capture;

import dev.affiant.casefile.Order;
import dev.affiant.egress.Lane;
import dev.affiant.evidence.Access;
import dev.affiant.evidence.Deadline;
import dev.affiant.flow.MainDocument;
import dev.affiant.network.Exchange;
import dev.affiant.policy.Clearance;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Gathered;
import dev.affiant.policy.Inquiry;
import dev.affiant.policy.Pace;
import dev.affiant.policy.Permit;
import dev.affiant.policy.Policy;
import dev.affiant.policy.Ruling;
import dev.affiant.store.Store;
import dev.affiant.store.Turns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from a clearance to a permit: robots.txt first, of a host that does not want us nothing
 * else; then its kin, then our turn at the host, which may be long in coming.
 */
final class Admission {
  private static final Duration ANY_TIME = Duration.ofDays(2);
  private static final Duration GLIMPSE = Duration.ofMillis(200);

  private final Policy policy;
  private final Store store;
  private final Gather gather;
  private final Pause pause;
  private final Clock clock;

  /**
   * What was known in the end, and what was decided of it.
   *
   * @param turn ours at the host until the page was asked for; none where none is needed
   */
  record Answer(Inquiry inquiry, Ruling<Permit> ruling, Optional<Turns.Turn> turn)
      implements AutoCloseable {
    @Override
    public void close() {
      turn.ifPresent(Turns.Turn::close);
    }
  }

  Admission(Policy policy, Store store, Gather gather, Pause pause, Clock clock) {
    this.policy = policy;
    this.store = store;
    this.gather = gather;
    this.pause = pause;
    this.clock = clock;
  }

  Answer ask(Clearance clearance, Lane lane, Deadline deadline) {
    Order order = clearance.order();
    Gathered robots = gather.robots(order.target(), lane, deadline);
    Inquiry whether =
        new Inquiry(clock.instant().plus(ANY_TIME), List.of(), gather.agent(), List.of(robots));
    Ruling<Permit> first = policy.admit(clearance, whether);
    if (!(first instanceof Ruling.Granted<Permit>)) {
      return new Answer(whether, first, Optional.empty());
    }
    List<Gathered> all = new ArrayList<>(List.of(robots));
    all.addAll(gather.kin(order.target(), lane, deadline));
    Pace pace = Pace.of(List.of(clearance.decision(), first.decision()));
    if (pace.free()) {
      Inquiry now = new Inquiry(clock.instant(), List.of(), gather.agent(), all);
      return new Answer(now, policy.admit(clearance, now), Optional.empty());
    }
    return turn(order, pace, deadline)
        .map(
            turn -> {
              Inquiry then = new Inquiry(turn.at(), turn.before(), gather.agent(), all);
              return new Answer(then, policy.admit(clearance, then), Optional.of(turn));
            })
        .orElseGet(() -> new Answer(whether, first, Optional.empty()));
  }

  /** Our turn, once it has come; none if somebody asks us to stop before. */
  private Optional<Turns.Turn> turn(Order order, Pace pace, Deadline deadline) {
    Turns turns = turns(order);
    String host = order.target().host();
    Optional<Turns.Turn> turn = turns.take(pace, clock.instant());
    while (turn.isEmpty() && !deadline.wasCut()) {
      pause.until(clock.instant().plus(GLIMPSE), host, deadline);
      turn = turns.take(pace, clock.instant());
    }
    turn.ifPresent(t -> pause.until(t.at(), host, deadline));
    return turn;
  }

  /** When the page had been asked for at the latest: when its answer began to come. */
  void asked(Answer answer, MainDocument main) {
    Instant latest = main.last().flatMap(Exchange::answeredAt).orElse(clock.instant());
    answer.turn().ifPresent(turn -> turn.asked(latest));
  }

  /** Notes that the host turned us away, if it did: then it is left alone for a while. */
  void ended(Seen seen, Decision plan) {
    Access access = seen.judged().access();
    boolean away = access == Access.RATE_LIMITED || access == Access.BOT_CHECK;
    if (away && !Pace.of(List.of(plan)).free()) {
      turns(seen.order()).turnedAway(clock.instant(), retryAfter(seen), access == Access.BOT_CHECK);
    }
  }

  /** What the host asks for, in seconds or as a date. */
  private Optional<Duration> retryAfter(Seen seen) {
    return seen.main().last().flatMap(e -> e.header("retry-after")).flatMap(this::span);
  }

  private Optional<Duration> span(String value) {
    String text = value.strip();
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    return HttpDate.parse(text).map(at -> Duration.between(clock.instant(), at));
  }

  private Turns turns(Order order) {
    return store.state().turns(order.target().host(), order.lab().on());
  }
}
