package dev.affiant.policy.rules;

import dev.affiant.policy.Rule;
import java.util.ArrayList;
import java.util.List;

/** The rules that a policy is made of. */
public final class Rulebook {
  private Rulebook() {}

  /**
   * The rules with the base's numbers, without any pack, and with a register that knows no host.
   */
  public static List<Rule> base() {
    return of(Packs.NONE, TermsRegister.NONE);
  }

  /** The rules under these packs and this register. */
  public static List<Rule> of(Packs packs, TermsRegister register) {
    List<Rule> rules =
        new ArrayList<>(
            List.of(
                new CaseRule(),
                new PackRule(packs),
                new SchemeRule(),
                new AddressRule(),
                new RedirectRule(),
                new TrafficRule(),
                new LabRule(),
                new CredentialRule(),
                new WallRule(),
                new TermsRule(register),
                new RobotsRule(),
                new ReservationRule(),
                new MinorsRule(),
                new MinimisationRule(),
                new RestrictionRule(),
                new ErasureRule(),
                new HoldRule()));
    rules.addAll(PublicLaws.all());
    rules.addAll(TermsLaws.all());
    rules.addAll(PreferenceLaws.all());
    rules.addAll(RateLaws.all());
    rules.addAll(PlaceLaws.all());
    rules.addAll(PersonLaws.all());
    return List.copyOf(rules);
  }
}
