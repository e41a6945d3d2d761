package dev.affiant.policy;

import dev.affiant.casefile.Case;
import dev.affiant.evidence.CaptureId;
import java.util.List;

/**
 * What somebody wants to do with evidence of a case.
 *
 * @param act as in {@code export} or {@code handover}
 * @param captures which captures; empty for all of the case
 */
public record Request(Case file, String act, List<CaptureId> captures) {
  public Request {
    captures = List.copyOf(captures);
  }
}
