package dev.affiant.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was gathered about a page before it is visited.
 *
 * @param turn when the visit may begin; earlier visits to the host decide it
 * @param agent what we call ourselves towards the host, as in {@code Affiant/0.1.0}
 * @param gathered what the host was asked for beforehand
 */
public record Inquiry(Instant turn, String agent, List<Gathered> gathered) {

  public Inquiry {
    gathered = List.copyOf(gathered);
  }

  /** The same with what was gathered since. */
  public Inquiry and(List<Gathered> more) {
    List<Gathered> all = new ArrayList<>(gathered);
    all.addAll(more);
    return new Inquiry(turn, agent, all);
  }

  /** What was gathered under this label, if it was. */
  public Optional<Gathered> of(String label) {
    return gathered.stream().filter(g -> g.label().equals(label)).findFirst();
  }
}
