package dev.affiant.catalogue;

import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Sha256;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What can be asked of the catalogue. Good for the one question it was handed out for, on its
 * thread.
 */
public final class Rows {
  private final Handle handle;

  Rows(Handle handle) {
    this.handle = handle;
  }

  /** Captures, refusals and interrupted attempts, newest first. */
  public List<CaptureRow> list(Wanted wanted) {
    Query query =
        condition("select * from capture", wanted, " order by seq desc limit :most")
            .bind("most", wanted.most());
    return reasoned(query.map(Read::capture).list());
  }

  /** How the captures of a list are spread; {@code before} and {@code most} do not count. */
  public Facets facets(Wanted wanted) {
    Wanted all =
        new Wanted(
            wanted.caseId(),
            wanted.outcome(),
            wanted.host(),
            wanted.since(),
            Wanted.ALL.before(),
            Integer.MAX_VALUE);
    return new Facets(
        counted(all, "outcome", " group by outcome order by outcome"),
        counted(all, "host", " group by host order by count(*) desc, host limit 20"));
  }

  private Map<String, Long> counted(Wanted wanted, String column, String rest) {
    Map<String, Long> counts = new LinkedHashMap<>();
    condition("select " + column + ", count(*) from capture", wanted, rest)
        .map((r, c) -> Map.entry(r.getString(1), r.getLong(2)))
        .forEach(e -> counts.put(e.getKey(), e.getValue()));
    return counts;
  }

  private Query condition(String select, Wanted wanted, String rest) {
    List<String> all = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    wanted.caseId().ifPresent(v -> when(all, values, "case_id = :caseId", "caseId", v));
    wanted.outcome().ifPresent(v -> when(all, values, "outcome = :outcome", "outcome", v));
    wanted.host().ifPresent(v -> when(all, values, "host = :host", "host", v));
    wanted
        .since()
        .map(at -> at.atOffset(ZoneOffset.UTC))
        .ifPresent(v -> when(all, values, "ended_at >= :since", "since", v));
    wanted.before().ifPresent(v -> when(all, values, "seq < :before", "before", v));
    String where = all.isEmpty() ? "" : " where " + String.join(" and ", all);
    return handle.createQuery(select + where + rest).bindMap(values);
  }

  private static void when(
      List<String> all, Map<String, Object> values, String condition, Object... named) {
    all.add(condition);
    values.put(String.valueOf(named[0]), named[1]);
  }

  private List<CaptureRow> reasoned(List<CaptureRow> captures) {
    if (captures.isEmpty()) {
      return captures;
    }
    Map<UUID, List<Reason>> reasons =
        handle
            .createQuery(
                "select capture_id, code, detail from capture_note"
                    + " where kind = 'reason' and capture_id in (<ids>) order by capture_id, n")
            .bindList("ids", captures.stream().map(c -> c.id().value()).toList())
            .map(
                (r, c) ->
                    Map.entry(
                        r.getObject(1, UUID.class), new Reason(r.getString(2), r.getString(3))))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return captures.stream()
        .map(c -> c.because(reasons.getOrDefault(c.id().value(), List.of())))
        .toList();
  }

  /** One capture, refusal or interrupted attempt. */
  public Optional<CaptureRow> capture(CaptureId id) {
    List<CaptureRow> found =
        handle
            .createQuery("select * from capture where id = :id")
            .bind("id", id.value())
            .map(Read::capture)
            .list();
    return reasoned(found).stream().findFirst();
  }

  /**
   * Which capture a person means by a ledger index ({@code 12}, {@code #12}: any entry of it), a
   * full id, or at least six characters that an id or its last block begins with.
   */
  public Found find(String typed) {
    return new Finder(handle).find(typed);
  }

  /** What was kept of a capture, in the manifest's order. */
  public List<ArtifactRow> artifacts(CaptureId id) {
    return handle
        .createQuery("select * from artifact where capture_id = :id order by n")
        .bind("id", id.value())
        .map(
            (r, c) ->
                new ArtifactRow(
                    r.getString("name"),
                    r.getString("role"),
                    Optional.ofNullable(r.getString("label")),
                    r.getString("media_type"),
                    new Digest(new Sha256(r.getString("sha256")), r.getLong("bytes"))))
        .list();
  }

  /** The captures that have an artifact of exactly these bytes. */
  public List<CaptureRow> holding(Sha256 object) {
    List<CaptureRow> found =
        handle
            .createQuery(
                "select * from capture where id in"
                    + " (select capture_id from artifact where sha256 = :sha256) order by seq")
            .bind("sha256", object.hex())
            .map(Read::capture)
            .list();
    return reasoned(found);
  }

  /** Every attempt at one page, oldest first; the page by {@link Addresses#hash}. */
  public List<AttemptRow> attempts(Sha256 address) {
    return attempts("a.address = :value", address.hex());
  }

  /** Every attempt of one list of captures, oldest first. */
  public List<AttemptRow> attemptsOf(Sha256 batch) {
    return attempts("a.batch = :value", batch.hex());
  }

  private List<AttemptRow> attempts(String condition, String value) {
    return handle
        .createQuery(
            "select a.*, c.seq as end_seq, c.outcome from attempt a"
                + " left join capture c on c.id = a.id where "
                + condition
                + " order by a.seq")
        .bind("value", value)
        .map(Read::attempt)
        .list();
  }

  /** Attempts that have no end yet. */
  public List<AttemptRow> underWay() {
    return handle
        .createQuery(
            "select a.*, c.seq as end_seq, c.outcome from attempt a"
                + " left join capture c on c.id = a.id where c.id is null order by a.seq")
        .map(Read::attempt)
        .list();
  }

  /** What was done with one capture after it ended, oldest first. */
  public List<ActRow> custody(CaptureId id) {
    return acts(
        () ->
            handle
                .createQuery(
                    "select a.* from act a join act_capture n on n.seq = a.seq"
                        + " where n.capture_id = :id order by a.seq")
                .bind("id", id.value()));
  }

  /** What was done with a case as a whole or with captures of it, oldest first. */
  public List<ActRow> custodyOf(UUID caseId) {
    return acts(
        () ->
            handle
                .createQuery("select * from act where case_id = :id order by seq")
                .bind("id", caseId));
  }

  private static List<ActRow> acts(Supplier<Query> query) {
    return query.get().map(Read::act).list();
  }

  /** Every case, in the order in which they were opened. */
  public List<CaseRow> cases() {
    return handle
        .createQuery("select * from case_file order by opened_at, seq")
        .map(Read::caseFile)
        .list();
  }

  /** The cases that bear this label or id. */
  public List<CaseRow> cases(String label) {
    return cases().stream()
        .filter(c -> c.label().equals(label) || c.id().toString().equals(label))
        .toList();
  }

  /** Every entry about one record: an attempt and its end, a case and its changes. */
  public List<EntryRow> entries(UUID id) {
    return handle
        .createQuery("select seq, type, id, filing from entry where id = :id order by seq")
        .bind("id", id)
        .map(Read::entry)
        .list();
  }

  /** How many entries the rows stand for. */
  public long size() {
    return Projection.position(handle).orElseThrow().head().size();
  }
}
