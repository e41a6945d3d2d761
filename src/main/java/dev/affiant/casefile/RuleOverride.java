package dev.affiant.casefile;

import dev.affiant.evidence.Times;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * A named person's decision that a rule's refusal does not stand for some pages of a case, for some
 * time. Somebody other than the one who asked grants it.
 *
 * <pre>{"schema":"affiant-override/v1","id":"019a…","salt":"…","caseId":"019a…","by":"B. Partner",
 * "reason":"user-initiated view of a single page","at":"…","rule":"ROB-1","role":"supervisor",
 * "requestedBy":"A. Clerk","hosts":["example.org"],"subjects":[],"scope":"","authority":null,
 * "from":"…","until":"…"}</pre>
 *
 * @param rule as in {@code ROB-1}
 * @param authority the authority that it rests on, if it does
 * @param granted who grants it, why, when
 * @param role the granter's
 */
public record RuleOverride(
    UUID id,
    UUID caseId,
    String rule,
    Scope scope,
    Optional<UUID> authority,
    String requestedBy,
    Signed granted,
    String role,
    Instant from,
    Instant until) {
  static final String SCHEMA = "affiant-override/v1";
  private static final int SHORTEST_REASON = 20;
  private static final Duration LONGEST = Duration.ofDays(90);

  /** Whether it sets this rule's refusal aside for this page, now. */
  public boolean covers(String ruleId, String host, Optional<String> subject, Instant now) {
    return rule.equals(ruleId)
        && !now.isBefore(from)
        && now.isBefore(until)
        && scope.covers(host, subject);
  }

  /** What speaks against putting it on record, in words a person can act on. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (granted.by().isBlank() || requestedBy.isBlank() || same(granted.by(), requestedBy)) {
      faults.add("an override is granted by somebody other than who asks for it");
    }
    if (granted.reason().strip().length() < SHORTEST_REASON) {
      faults.add("an override has a reason of at least 20 characters");
    }
    if (scope.empty()) {
      faults.add("an override covers hosts or subjects: --host example.org");
    }
    if (!from.isBefore(until) || Duration.between(from, until).compareTo(LONGEST) > 0) {
      faults.add("an override holds for some time and at most 90 days: --until 2027-02-01");
    }
    return faults;
  }

  /** Whether two names are one person's, as far as names tell. */
  public static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /** The override as a fact on record. */
  public Filing filing(byte[] salt) {
    ObjectNode d = granted.document(caseId);
    d.put("rule", rule);
    d.put("role", role);
    d.put("requestedBy", requestedBy);
    d.set("hosts", Fields.list(scope.hosts()));
    d.set("subjects", Fields.list(scope.subjects()));
    d.put("scope", scope.words());
    d.put("authority", authority.map(UUID::toString).orElse(null));
    d.put("from", Times.text(from));
    d.put("until", Times.text(until));
    return Filing.of(EntryType.OVERRIDE, id, SCHEMA, salt, d);
  }

  /**
   * Reads what {@link #filing} wrote.
   *
   * @throws IllegalArgumentException naming the field that is missing or of the wrong kind
   */
  public static RuleOverride read(byte[] bytes) {
    Fields d = Fields.of("override", bytes, SCHEMA);
    return new RuleOverride(
        d.id("id"),
        d.id("caseId"),
        d.text("rule"),
        new Scope(d.texts("hosts"), d.texts("subjects"), d.text("scope")),
        d.idIfAny("authority"),
        d.text("requestedBy"),
        Signed.read(d),
        d.text("role"),
        d.time("from"),
        d.time("until"));
  }
}
