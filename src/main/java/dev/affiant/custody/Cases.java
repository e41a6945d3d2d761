package dev.affiant.custody;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.CaseFacts;
import dev.affiant.casefile.Dossier;
import dev.affiant.evidence.Ids;
import dev.affiant.seal.EntryType;
import dev.affiant.store.Dossiers;
import dev.affiant.store.Recorded;
import dev.affiant.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The cases of a store. Each is a filing; which one is current is a convenience beside the record.
 */
public final class Cases {
  private final Store store;
  private final Ids ids;
  private final Clock clock;

  public Cases(Store store, Ids ids, Clock clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Opens a case and makes it the current one.
   *
   * @throws IllegalArgumentException in one line, if the facts make no case or its name is taken
   */
  public Case open(CaseFacts facts) {
    Case file = facts.open(ids.next(), now());
    boolean taken =
        !facts.label().isBlank() && all().stream().anyMatch(c -> c.label().equals(file.label()));
    if (taken) {
      throw new IllegalArgumentException("there is a case of that name: " + file.label());
    }
    store.record(file.filing(ids.salt()));
    use(file);
    return file;
  }

  /**
   * The case for a capture whose facts came with the command: an earlier one with the same facts,
   * else a new one. It does not become the current one.
   */
  public Case oneOff(CaseFacts facts) {
    Case wanted = facts.open(ids.next(), now());
    Optional<Case> before = all().stream().filter(c -> same(c, wanted)).findFirst();
    if (before.isEmpty()) {
      store.record(wanted.filing(ids.salt()));
    }
    return before.orElse(wanted);
  }

  private static boolean same(Case one, Case other) {
    Case renamed =
        new Case(
            other.id(),
            one.label(),
            one.purpose(),
            one.purposeText(),
            one.lawfulBasis(),
            one.basisReferences(),
            one.operator(),
            one.operatorRole(),
            one.controller(),
            one.jurisdictions(),
            one.retention(),
            one.zone(),
            other.openedAt(),
            one.handling(),
            one.closed());
    return renamed.equals(other);
  }

  /** Every case as it was last put on record, the oldest first. */
  public List<Case> all() {
    Map<UUID, Case> all = new LinkedHashMap<>();
    store
        .recorded(Set.of(EntryType.CASE))
        .filter(Recorded::genuine)
        .map(r -> Case.read(r.filing().orElseThrow()))
        .forEach(c -> all.put(c.id(), c));
    return List.copyOf(all.values());
  }

  /** The case with all that is on record about it. */
  public Dossier dossier(Case file) {
    return Dossiers.of(store, file);
  }

  /** The case with this name or id, or the only one whose id begins or ends so. */
  public Optional<Case> find(String named) {
    List<Case> all = all();
    Optional<Case> exact =
        all.stream()
            .filter(c -> c.label().equals(named) || c.id().toString().equals(named))
            .findFirst();
    if (exact.isPresent()) {
      return exact;
    }
    List<Case> like = all.stream().filter(c -> Names.alike(c.id(), named)).toList();
    return like.size() == 1 ? Optional.of(like.get(0)) : Optional.empty();
  }

  /** The store's current case. */
  public Optional<Case> current() {
    return store.state().currentCase().flatMap(id -> find(id.toString()));
  }

  /** Makes a case the current one. */
  public void use(Case file) {
    store.state().useCase(file.id());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
