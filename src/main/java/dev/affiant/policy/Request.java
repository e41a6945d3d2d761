package dev.affiant.policy;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.Dossier;
import dev.affiant.evidence.CaptureId;
import java.util.List;

/**
 * What somebody wants to do with evidence of a case.
 *
 * @param dossier the case with what is on record about it
 * @param act as in {@code export}, {@code handover} or {@code subject-access}
 * @param captures which captures; empty for all of the case
 * @param conditions the duties under which these captures were permitted
 */
public record Request(
    Dossier dossier, String act, List<CaptureId> captures, List<Condition> conditions) {
  /** Telling a person what is held about them. */
  public static final String SUBJECT_ACCESS = "subject-access";

  public Request {
    captures = List.copyOf(captures);
    conditions = List.copyOf(conditions);
  }

  /** A request for captures that were permitted without duties. */
  public Request(Dossier dossier, String act, List<CaptureId> captures) {
    this(dossier, act, captures, List.of());
  }

  /** A request about a case of which nothing else is on record. */
  public Request(Case file, String act, List<CaptureId> captures) {
    this(Dossier.bare(file), act, captures);
  }

  public Case file() {
    return dossier.file();
  }
}
