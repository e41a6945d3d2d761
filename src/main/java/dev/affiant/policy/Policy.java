package dev.affiant.policy;

import dev.affiant.casefile.Dossier;
import dev.affiant.casefile.Erasure;
import dev.affiant.casefile.Order;
import dev.affiant.evidence.Json;
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
import tools.jackson.databind.node.ArrayNode;

/**
 * Decides by its rules, the strictest first, and alone makes keys. A stage on which no rule speaks
 * is refused. Any thread may ask.
 */
public final class Policy {
  /** The rules that can be neither left out nor overridden. */
  public static final Set<String> NEVER =
      Set.of(
          "CASE-1", "DSR-3", "DSR-4", "RET-2", "NET-1", "NET-2", "NET-3", "NET-4", "NET-5", "NET-6",
          "PUB-1", "PUB-2", "PUB-3", "PUB-4", "PUB-5", "PUB-6", "MIN-1", "EXP-2");

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

  /** The rules, in the order in which they are asked. */
  public List<Rule> rules() {
    return rules.all();
  }

  /** What a decision of these inputs went by, to be kept with it. */
  public List<Document> documents(Inputs in) {
    return rules.all().stream().flatMap(rule -> rule.documents(in).stream()).toList();
  }

  /** What the rules say of these inputs at this stage: what is sealed can be decided again. */
  public Decision judge(Stage stage, Inputs in, Instant at) {
    List<Ground> grounds = rules.judge(stage, in);
    return new Decision(stage, grounds.get(0).effect(), grounds, at, in);
  }

  /** What each rule says of these inputs, and what it asked for to say it; the strictest first. */
  public List<Account> explain(Stage stage, Inputs in) {
    return rules.explain(stage, in);
  }

  /** Whether there may be an attempt at this order, about which nothing else is on record. */
  public Ruling<Clearance> plan(Order order) {
    return plan(History.bare(order));
  }

  /** Whether there may be an attempt at this order: asked before any byte is sent. */
  public Ruling<Clearance> plan(History history) {
    Order order = history.order();
    Decision decision = judge(Stage.PLAN, planned(history), now());
    Optional<Limits> limits = rules.limits(rule -> rule.limits(order));
    if (decision.refuses() || limits.isEmpty()) {
      return new Ruling.Refused<>(decision.refuses() ? decision : unlimited());
    }
    return new Ruling.Granted<>(
        decision, new Clearance(history, decision, boundary(order), limits.get()));
  }

  /** What a decision on this order is made of, before any byte is sent. */
  public Inputs planned(History history) {
    Inputs.Draft draft = Asked.of(history, now());
    rules.each(rule -> rule.tell(history, draft));
    return draft.done();
  }

  /** Whether the page may be visited, on what was gathered. */
  public Ruling<Permit> admit(Clearance clearance, Inquiry inquiry) {
    Inputs.Draft draft = clearance.decision().inputs().draft();
    draft.put("now", now()).put("turn", inquiry.turn()).put("agent", inquiry.agent());
    draft.put("host.pages", Asked.times(inquiry.before()));
    rules.each(rule -> rule.tell(clearance.history(), inquiry, draft));
    Decision decision = judge(Stage.ADMIT, draft.done(), now());
    if (decision.refuses()) {
      return new Ruling.Refused<>(decision);
    }
    Instant until = inquiry.turn().plus(PERMIT_HOLDS);
    Inputs known = decision.inputs();
    Function<Hop, Decision> hops = hop -> hop(clearance.history(), inquiry, known, hop);
    Function<Sighting, Decision> sightings = sighting -> loaded(known, sighting);
    return new Ruling.Granted<>(
        decision, new Permit(clearance.order(), inquiry.turn(), until, hops, sightings));
  }

  private Decision hop(History history, Inquiry inquiry, Inputs known, Hop hop) {
    Inputs.Draft draft = known.draft();
    draft.put("hop.url", hop.url()).put("hop.mainFrame", hop.mainFrame());
    draft.put("hop.ordinal", hop.ordinal());
    rules.each(rule -> rule.tell(history, inquiry, hop, draft));
    return judge(Stage.HOP, draft.done(), now());
  }

  private Decision loaded(Inputs known, Sighting sighting) {
    Inputs.Draft draft = known.draft();
    draft.put("page.url", sighting.urlFinal()).put("page.status", sighting.status());
    draft.put("page.access", sighting.access().name());
    draft.put("page.signals", sighting.signals());
    draft.put("page.preferences", sighting.preferences());
    return judge(Stage.LOADED, draft.done(), now());
  }

  /** What may be kept: always answers; at the least, nothing. */
  public Keep keep(Harvest harvest) {
    Inputs in = harvested(harvest);
    Decision decision = judge(Stage.KEEP, in, now());
    Map<Role, String> withheld = new EnumMap<>(Role.class);
    if (decision.refuses()) {
      for (Role role : Role.values()) {
        withheld.put(role, decision.grounds().get(0).rule());
      }
    }
    rules.withheld(in).forEach(withheld::putIfAbsent);
    return new Keep(decision, withheld);
  }

  /** What was known when it was admitted, what was found on the page, and how it ended. */
  private Inputs harvested(Harvest harvest) {
    Inputs.Draft draft = Inputs.NONE.draft();
    ArrayNode conditions = Json.array();
    for (Decision d : harvest.decisions()) {
      if (d.stage() != Stage.HOP) {
        d.inputs().names().forEach(name -> draft.put(name, d.inputs().fact(name)));
      }
    }
    Conditions.of(harvest.decisions()).forEach(c -> conditions.add(c.json()));
    draft.put("conditions", conditions);
    draft.put("end", harvest.outcome().end().name());
    draft.put("access", harvest.access().name());
    return draft.done();
  }

  /** Whether a copy of evidence may leave the store. */
  public Ruling<Disclosure> disclose(Request request) {
    Decision decision = judge(Stage.DISCLOSE, Asked.of(request, now()), now());
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
    return new Decision(stage, grounds.get(0).effect(), grounds, now());
  }

  private Decision unlimited() {
    Ground ground = Ground.refuses(Rules.SILENCE, "no rule limits the traffic", "");
    return new Decision(Stage.PLAN, Effect.REFUSE, List.of(ground), now());
  }

  private Instant now() {
    return clock.instant();
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
