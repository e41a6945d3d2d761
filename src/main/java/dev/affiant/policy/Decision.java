package dev.affiant.policy;

import dev.affiant.evidence.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the policy says at one stage, on which grounds, and of which inputs.
 *
 * @param grounds of every rule that speaks, the strictest first, then in the order of their ids
 */
public record Decision(
    Stage stage, Effect effect, List<Ground> grounds, Instant at, Inputs inputs) {

  private static final List<String> ABSENT_HOSTS =
      List.of("dns: ", "refused: ", "unreachable: ", "timeout: ", "tls: ");

  public Decision {
    grounds = List.copyOf(grounds);
  }

  /** One whose inputs nobody gathered. */
  public Decision(Stage stage, Effect effect, List<Ground> grounds, Instant at) {
    this(stage, effect, grounds, at, Inputs.NONE);
  }

  public boolean refuses() {
    return effect == Effect.REFUSE;
  }

  /**
   * Why the host could not be reached at all, where nothing else speaks against the visit: {@code
   * dns: no such name}. It was asked for its robots.txt first, and a host that gives none because
   * it is not there has refused nothing.
   */
  public Optional<String> unreachable() {
    boolean alone =
        grounds.stream().filter(Ground::refuses).allMatch(g -> g.rule().equals("ROB-1"));
    if (stage != Stage.ADMIT || !refuses() || !alone || !inputs.names().contains("robots")) {
      return Optional.empty();
    }
    return inputs
        .group("robots")
        .map(r -> r.text("failure"))
        .filter(f -> ABSENT_HOSTS.stream().anyMatch(f::startsWith));
  }

  /** The duties of all grounds together, each once, in order. */
  public List<Condition> conditions() {
    TreeSet<Condition> all = new TreeSet<>();
    grounds.forEach(g -> all.addAll(g.conditions()));
    return List.copyOf(all);
  }

  /** The SHA-256 of the inputs' canonical form. */
  public Sha256 inputsHash() {
    return inputs.hash();
  }

  /** Whether that one says the same, whenever it was made. */
  public boolean same(Decision that) {
    return stage == that.stage && effect == that.effect && grounds.equals(that.grounds);
  }
}
