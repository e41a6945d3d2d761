package dev.affiant.policy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keys to a copy of a case, for tests of what they open. */
public final class TestDisclosure {
  private TestDisclosure() {}

  public static Disclosure of(UUID caseId) {
    return new Disclosure(
        new Decision(Stage.DISCLOSE, Effect.PERMIT, List.of(), Instant.EPOCH), caseId);
  }
}
