package dev.affiant.engine;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Reason;
import java.util.List;

/**
 * What came of taking something: the artifacts that were kept, and what was to be kept and was not,
 * or not whole.
 */
public record Taken(List<Artifact> kept, List<Reason> shortfalls) {
  public Taken {
    kept = List.copyOf(kept);
    shortfalls = List.copyOf(shortfalls);
  }
}
