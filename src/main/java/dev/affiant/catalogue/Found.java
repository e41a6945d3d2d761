package dev.affiant.catalogue;

import dev.affiant.evidence.CaptureId;
import java.util.List;

/** Which capture somebody means. */
public sealed interface Found {

  /** This one. */
  record One(CaptureId id) implements Found {}

  /** Any of these; more of the id is needed. */
  record Several(List<CaptureId> ids) implements Found {
    public Several {
      ids = List.copyOf(ids);
    }
  }

  /**
   * None.
   *
   * @param why for people: {@code entry 3 is a case, not a capture}
   */
  record None(String why) implements Found {}
}
