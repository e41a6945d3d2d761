package dev.affiant.casefile;

import dev.affiant.evidence.CaptureId;
import dev.affiant.seal.EntryType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A case with all that is on record about it: who allowed it, what is held, what is restricted,
 * which rules were overridden. What the policy asks.
 *
 * @param authorities oldest first, the revoked among them
 * @param holds oldest first, the lifted among them
 * @param restrictions oldest first, the lifted among them
 */
public record Dossier(
    Case file,
    List<Authority> authorities,
    List<Hold> holds,
    List<Restriction> restrictions,
    List<RuleOverride> overrides) {
  /** The types of entry that a dossier is read from. */
  public static final Set<EntryType> TYPES =
      Set.of(
          EntryType.AUTHORITY,
          EntryType.HOLD,
          EntryType.LIFT,
          EntryType.RESTRICT,
          EntryType.OVERRIDE);

  public Dossier {
    authorities = List.copyOf(authorities);
    holds = List.copyOf(holds);
    restrictions = List.copyOf(restrictions);
    overrides = List.copyOf(overrides);
  }

  /** A case about which nothing else is on record. */
  public static Dossier bare(Case file) {
    return new Dossier(file, List.of(), List.of(), List.of(), List.of());
  }

  /** The first authority that allows a visit to this host, of this subject's page, now. */
  public Optional<Authority> authority(String host, Optional<String> subject, Instant now) {
    return authorities.stream().filter(a -> a.covers(host, subject, now)).findFirst();
  }

  /** The same, of one of these types. */
  public Optional<Authority> authority(
      Set<AuthorityType> types, String host, Optional<String> subject, Instant now) {
    return authorities.stream()
        .filter(a -> types.contains(a.type()) && a.covers(host, subject, now))
        .findFirst();
  }

  /** The first override of this rule that covers this page now. */
  public Optional<RuleOverride> override(
      String rule, String host, Optional<String> subject, Instant now) {
    return overrides.stream().filter(o -> o.covers(rule, host, subject, now)).findFirst();
  }

  /** The first hold that keeps this capture from being erased. */
  public Optional<Hold> hold(CaptureId capture) {
    return holds.stream().filter(h -> h.reaches(capture)).findFirst();
  }

  /** The restriction that keeps this capture in the store, if there is one. */
  public Optional<Restriction> restriction(CaptureId capture) {
    return restrictions.stream().filter(r -> r.holds() && r.capture().equals(capture)).findFirst();
  }

  /** Reads dossiers from filings, which it is shown in the ledger's order. */
  public static final class Reader {
    private final Map<UUID, Authority> authorities = new LinkedHashMap<>();
    private final Map<UUID, Hold> holds = new LinkedHashMap<>();
    private final Map<UUID, Restriction> restrictions = new LinkedHashMap<>();
    private final Map<UUID, RuleOverride> overrides = new LinkedHashMap<>();

    /**
     * Takes in a filing of one of {@link Dossier#TYPES}; of a schema that it does not know it takes
     * nothing.
     *
     * @param id the entry's
     * @throws IllegalArgumentException naming the field that is missing or of the wrong kind
     */
    public void see(UUID id, byte[] filing) {
      switch (Fields.schema(filing)) {
        case Authority.SCHEMA -> authorities.put(id, Authority.read(filing));
        case Authority.REVOKED -> {
          Instant since = act(filing, Authority.REVOKED).at();
          authorities.computeIfPresent(id, (k, a) -> a.revoked(since));
        }
        case Hold.SCHEMA -> holds.put(id, Hold.read(filing));
        case Hold.LIFTED ->
            holds.computeIfPresent(id, (k, h) -> h.lifted(act(filing, Hold.LIFTED)));
        case Restriction.SCHEMA -> restrictions.put(id, Restriction.read(filing));
        case Restriction.LIFTED ->
            restrictions.computeIfPresent(id, (k, r) -> r.lifted(act(filing, Restriction.LIFTED)));
        case RuleOverride.SCHEMA -> overrides.put(id, RuleOverride.read(filing));
        default -> {
          // of a version to come: nobody here understands it, so it opens nothing
        }
      }
    }

    private static Signed act(byte[] filing, String schema) {
      return Signed.read(Fields.of("act", filing, schema));
    }

    /** The first hold of a case that keeps this capture from being erased. */
    public Optional<Hold> hold(UUID caseId, CaptureId capture) {
      return holds.values().stream()
          .filter(h -> h.caseId().equals(caseId) && h.reaches(capture))
          .findFirst();
    }

    /** Whether a filing is a hold's of a form that this version knows. */
    public static boolean knowsHold(byte[] filing) {
      return Fields.schema(filing).equals(Hold.SCHEMA);
    }

    /** What is known of a case. */
    public Dossier of(Case file) {
      UUID id = file.id();
      return new Dossier(
          file,
          of(authorities, Authority::caseId, id),
          of(holds, Hold::caseId, id),
          of(restrictions, Restriction::caseId, id),
          of(overrides, RuleOverride::caseId, id));
    }

    private static <T> List<T> of(Map<UUID, T> all, Function<T, UUID> caseId, UUID id) {
      return all.values().stream().filter(one -> caseId.apply(one).equals(id)).toList();
    }
  }
}
