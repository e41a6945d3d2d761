package dev.affiant.policy.rules;

import dev.affiant.policy.Rule;
import java.util.List;

/** The rules that a policy is made of. */
public final class Rulebook {
  private Rulebook() {}

  /** The rules that hold everywhere, the never-rules among them. */
  public static List<Rule> base() {
    return List.of(
        new CaseRule(),
        new SchemeRule(),
        new AddressRule(),
        new RedirectRule(),
        new TrafficRule(),
        new LabRule(),
        new CredentialRule(),
        new WallRule(),
        new RestrictionRule(),
        new ErasureRule(),
        new HoldRule());
  }
}
