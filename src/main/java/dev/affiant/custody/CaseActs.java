package dev.affiant.custody;

import dev.affiant.casefile.Authority;
import dev.affiant.casefile.Case;
import dev.affiant.casefile.Dossier;
import dev.affiant.casefile.Hold;
import dev.affiant.casefile.RuleOverride;
import dev.affiant.casefile.Signed;
import dev.affiant.evidence.Ids;
import dev.affiant.policy.Policy;
import dev.affiant.store.Dossiers;
import dev.affiant.store.Receipt;
import dev.affiant.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What people do with a case after it was opened: authorities, holds, overrides, its close. Each
 * act is an entry.
 *
 * <p>Every method throws {@link IllegalArgumentException} in one line, if it cannot be done as
 * asked; then nothing was put on record.
 */
public final class CaseActs {
  private final Store store;
  private final Ids ids;

  public CaseActs(Store store, Ids ids) {
    this.store = store;
    this.ids = ids;
  }

  /**
   * Puts an authority on record.
   *
   * @param kept the document itself, if it is to become an object of the store
   */
  public Receipt add(Authority authority, Optional<Path> kept) {
    require(authority.faults());
    if (kept.isPresent() && authority.documentKept()) {
      return store.record(
          authority.filing(ids.salt()), authority.document().orElseThrow(), kept.get());
    }
    return store.record(authority.filing(ids.salt()));
  }

  /** Ends an authority before its time. */
  public Receipt revoke(Authority authority, Signed act) {
    if (authority.revokedAt().isPresent()) {
      throw new IllegalArgumentException("it was revoked already: " + authority.reference());
    }
    require(signed(act));
    return store.record(authority.revocation(act, ids.salt()));
  }

  /** Puts a hold on record. */
  public Receipt hold(Hold hold) {
    require(hold.faults());
    return store.record(hold.filing(ids.salt()));
  }

  /** Lifts a hold. */
  public Receipt lift(Hold hold, Signed act) {
    if (!hold.holds()) {
      throw new IllegalArgumentException("it was lifted already: " + hold.reference());
    }
    require(signed(act));
    return store.record(hold.lifting(act, ids.salt()));
  }

  /** Puts an override on record. */
  public Receipt grant(RuleOverride override) {
    require(override.faults());
    if (Policy.NEVER.contains(override.rule())) {
      throw new IllegalArgumentException("the rule " + override.rule() + " is never overridden");
    }
    return store.record(override.filing(ids.salt()));
  }

  /** Closes a case: nothing is captured under it any more, and retention counts from now. */
  public Receipt close(Case file, Signed act) {
    if (file.closed().isPresent()) {
      throw new IllegalArgumentException("the case is closed already");
    }
    require(signed(act));
    return store.record(file.closed(act).filing(ids.salt()));
  }

  /** The one authority of a case that has this reference or whose id begins or ends so. */
  public Authority authority(Case file, String named) {
    return one(
        Dossiers.of(store, file).authorities(),
        Authority::id,
        a -> a.reference().equals(named),
        named);
  }

  /** The one hold of a case that has this reference or whose id begins or ends so. */
  public Hold hold(Case file, String named) {
    Dossier dossier = Dossiers.of(store, file);
    return one(dossier.holds(), Hold::id, h -> h.reference().equals(named), named);
  }

  private static <T> T one(List<T> all, Function<T, UUID> id, Predicate<T> bears, String named) {
    List<T> found =
        all.stream().filter(x -> bears.test(x) || Names.alike(id.apply(x), named)).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          (found.isEmpty() ? "there is none of that name: " : "there are several of that name: ")
              + named);
    }
    return found.get(0);
  }

  static List<String> signed(Signed act) {
    if (act.by().isBlank()) {
      return List.of("somebody does it: --by 'A. Clerk'");
    }
    return act.reason().isBlank() ? List.of("it has a reason: --reason 'settled'") : List.of();
  }

  static void require(List<String> faults) {
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(faults.get(0));
    }
  }
}
