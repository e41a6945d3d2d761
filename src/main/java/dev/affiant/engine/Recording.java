package dev.affiant.engine;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Reason;
import dev.affiant.network.Exchange;
import dev.affiant.policy.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that was observed of one capture, when it was over.
 *
 * @param moments when things happened, by name
 * @param shortfalls what was to be taken and could not be, or not whole
 * @param dropped how many observations were counted and not kept because there were too many
 */
public record Recording(
    List<Artifact> artifacts,
    List<Exchange> exchanges,
    List<Action> actions,
    List<Notice> notices,
    List<Decision> decisions,
    Map<String, Instant> moments,
    List<Reason> shortfalls,
    int dropped) {
  public Recording {
    artifacts = List.copyOf(artifacts);
    exchanges = List.copyOf(exchanges);
    actions = List.copyOf(actions);
    notices = List.copyOf(notices);
    decisions = List.copyOf(decisions);
    moments = Map.copyOf(moments);
    shortfalls = List.copyOf(shortfalls);
  }
}
