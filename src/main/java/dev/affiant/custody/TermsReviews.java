package dev.affiant.custody;

import dev.affiant.casefile.RuleOverride;
import dev.affiant.evidence.Ids;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import dev.affiant.policy.Inputs;
import dev.affiant.seal.EntryType;
import dev.affiant.seal.Filing;
import dev.affiant.store.Receipt;
import dev.affiant.store.Recorded;
import dev.affiant.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Readings of platforms' terms that people put on record; they count in place of the shipped
 * register's.
 *
 * <pre>{"schema":"affiant-terms/v1","id":"019a…","salt":"…","by":"A. Clerk","approvedBy":null,
 * "at":"…","row":{"host":"example.org","position":"permitted",…}}</pre>
 */
public final class TermsReviews {
  private static final String SCHEMA = "affiant-terms/v1";

  private final Store store;
  private final Ids ids;

  public TermsReviews(Store store, Ids ids) {
    this.store = store;
    this.ids = ids;
  }

  /**
   * Who read the terms, and who agreed; the names are asserted.
   *
   * @param approvedBy empty if nobody was asked
   */
  public record Readers(String by, String approvedBy) {}

  /**
   * Puts a reading on record.
   *
   * @param loosens whether the row asks less than the one before: then a second person agrees
   * @throws IllegalArgumentException in one line, if somebody is missing
   */
  public Receipt record(Inputs row, Readers readers, boolean loosens, Instant at) {
    if (readers.by().isBlank()) {
      throw new IllegalArgumentException("a reading is somebody's: --by 'A. Clerk'");
    }
    boolean second =
        !readers.approvedBy().isBlank() && !RuleOverride.same(readers.by(), readers.approvedBy());
    if (loosens && !second) {
      throw new IllegalArgumentException(
          "a reading that asks less than the one before needs a second person: --approved-by"
              + " 'B. Partner'");
    }
    ObjectNode d = Json.object();
    d.put("by", readers.by().strip());
    d.put("approvedBy", readers.approvedBy().isBlank() ? null : readers.approvedBy().strip());
    d.put("at", Times.text(at));
    d.set("row", row.json());
    return store.record(Filing.of(EntryType.TERMS, ids.next(), SCHEMA, ids.salt(), d));
  }

  /** Every reading on record, the latest last; a later one of the same host and region replaces. */
  public List<Inputs> all() {
    return store
        .recorded(Set.of(EntryType.TERMS))
        .filter(Recorded::genuine)
        .map(r -> Json.parse(r.filing().orElseThrow()))
        .filter(d -> d.path("schema").asString("").equals(SCHEMA))
        .map(d -> d.path("row"))
        .collect(LatestRows::new, LatestRows::add, (one, other) -> one.addAll(other))
        .rows();
  }

  /** The latest row for each host, path and region. */
  private static final class LatestRows {
    private final java.util.LinkedHashMap<String, Inputs> rows = new java.util.LinkedHashMap<>();

    void add(JsonNode row) {
      Inputs in = Inputs.of(row);
      String key = in.text("host") + " " + in.text("path") + " " + in.text("region");
      rows.remove(key);
      rows.put(key, in);
    }

    void addAll(LatestRows others) {
      rows.putAll(others.rows);
    }

    List<Inputs> rows() {
      return List.copyOf(rows.values());
    }
  }
}
