package dev.affiant.policy;

import dev.affiant.casefile.Dossier;
import dev.affiant.casefile.Erasure;
import dev.affiant.casefile.Order;
import dev.affiant.evidence.Role;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides by its rules, the strictest first, and alone makes keys. A stage on which no rule speaks
 * is refused. Any thread may ask.
 */
public final class Policy {
  /** The rules that can be neither left out nor overridden. */
  public static final Set<String> NEVER =
      Set.of(
          "CASE-1", "DSR-3", "DSR-4", "RET-2", "NET-1", "NET-2", "NET-4", "NET-5", "NET-6", "PUB-1",
          "PUB-3");

  /** How long after its turn a permit still opens a session. */
  private static final Duration PERMIT_HOLDS = Duration.ofMinutes(10);

  private final Rules rules;
  private final Clock clock;

  /**
   * A policy of these rules.
   *
   * @throws IllegalArgumentException if one of the never-rules is not among them
   */
  public Policy(List<Rule> rules, Clock clock) {
    this.rules = new Rules(rules, NEVER);
    this.clock = clock;
  }

  /** Whether there may be an attempt at this order: asked before any byte is sent. */
  public Ruling<Clearance> plan(Order order) {
    Decision decision = decide(Stage.PLAN, rule -> rule.plan(order));
    Optional<Limits> limits = rules.limits(rule -> rule.limits(order));
    if (decision.refuses() || limits.isEmpty()) {
      return new Ruling.Refused<>(decision.refuses() ? decision : unlimited());
    }
    return new Ruling.Granted<>(
        decision, new Clearance(order, decision, boundary(order), limits.get()));
  }

  /** Whether the page may be visited, on what was gathered. */
  public Ruling<Permit> admit(Clearance clearance, Inquiry inquiry) {
    Order order = clearance.order();
    Decision decision = decide(Stage.ADMIT, rule -> rule.admit(order, inquiry));
    if (decision.refuses()) {
      return new Ruling.Refused<>(decision);
    }
    Instant until = inquiry.turn().plus(PERMIT_HOLDS);
    Function<Hop, Decision> hops = hop -> decide(Stage.HOP, rule -> rule.hop(order, hop));
    Function<Sighting, Decision> sightings =
        sighting -> decide(Stage.LOADED, rule -> rule.loaded(order, sighting));
    return new Ruling.Granted<>(
        decision, new Permit(order, inquiry.turn(), until, hops, sightings));
  }

  /** What may be kept: always answers; at the least, nothing. */
  public Keep keep(Harvest harvest) {
    Decision decision = decide(Stage.KEEP, rule -> rule.keep(harvest));
    Map<Role, String> withheld = new EnumMap<>(Role.class);
    if (decision.refuses()) {
      for (Role role : Role.values()) {
        withheld.put(role, decision.grounds().get(0).rule());
      }
    }
    rules.withheld(harvest).forEach(withheld::putIfAbsent);
    return new Keep(decision, withheld);
  }

  /** Whether a copy of evidence may leave the store. */
  public Ruling<Disclosure> disclose(Request request) {
    Decision decision = decide(Stage.DISCLOSE, rule -> rule.disclose(request));
    return decision.refuses()
        ? new Ruling.Refused<>(decision)
        : new Ruling.Granted<>(decision, new Disclosure(decision, request.file().id()));
  }

  /** Whether a capture may be erased. */
  public Ruling<Removal> erase(Dossier dossier, Erasure erasure) {
    Decision decision = decide(Stage.ERASE, rule -> rule.erase(dossier, erasure));
    return decision.refuses()
        ? new Ruling.Refused<>(decision)
        : new Ruling.Granted<>(decision, new Removal(decision, erasure));
  }

  private Decision decide(Stage stage, Function<Rule, Optional<Ground>> question) {
    List<Ground> grounds = rules.ask(question);
    return new Decision(stage, grounds.get(0).effect(), grounds, clock.instant());
  }

  private Decision unlimited() {
    Ground ground = Ground.refuses(Rules.SILENCE, "no rule limits the traffic", "");
    return new Decision(Stage.PLAN, Effect.REFUSE, List.of(ground), clock.instant());
  }

  private Boundary boundary(Order order) {
    return new Boundary() {
      @Override
      public Optional<Ground> name(String host, int port) {
        return rules.denial(rule -> rule.name(order, host, port));
      }

      @Override
      public Optional<Ground> address(String host, InetAddress address, int port) {
        return rules.denial(rule -> rule.address(order, host, address));
      }
    };
  }
}
