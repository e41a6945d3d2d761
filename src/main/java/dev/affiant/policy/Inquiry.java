package dev.affiant.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was gathered about a page before it is visited.
 *
 * @param turn when the visit may begin; earlier visits to the host decide it
 * @param before when other pages of the host were asked for, or will be, before that turn
 * @param agent what we call ourselves towards the host, as in {@code Affiant/0.1.0}
 * @param gathered what the host was asked for beforehand
 */
public record Inquiry(Instant turn, List<Instant> before, String agent, List<Gathered> gathered) {

  public Inquiry {
    before = List.copyOf(before);
    gathered = List.copyOf(gathered);
  }

  /** What was gathered under this label, if it was. */
  public Optional<Gathered> of(String label) {
    return gathered.stream().filter(g -> g.label().equals(label)).findFirst();
  }
}
