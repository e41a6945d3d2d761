package dev.affiant.catalogue;

import static dev.affiant.catalogue.Document.brief;

import dev.affiant.catalogue.Truth.Filed;
import dev.affiant.evidence.End;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * How orders ended: captures by their manifests, refusals, and attempts that were closed as
 * interrupted. One end for each order; another one makes no rows.
 */
final class EndProjector implements Projector {
  private static final String INSERT =
      """
      insert into capture (id, seq, type, case_id, outcome, lab, url_requested, url_final,
        url_canonical, host, address, title, lang, profile, engine, started_at, ended_at,
        commit_sha256, artifacts, bytes, withheld)
      values (:id, :seq, :type, :caseId, :outcome, :lab, :urlRequested, :urlFinal,
        :urlCanonical, :host, :address, :title, :lang, :profile, :engine, :startedAt, :endedAt,
        :commit, :artifacts, :bytes, :withheld)
      """;
  private static final String ARTIFACT =
      """
      insert into artifact (capture_id, n, name, role, label, media_type, bytes, sha256, created_by)
      values (:id, :n, :name, :role, :label, :mediaType, :bytes, :sha256, :createdBy)
      """;
  private static final String NOTE =
      """
      insert into capture_note (capture_id, n, kind, code, detail)
      values (:id, :n, :kind, :code, :detail)
      """;
  private static final String GROUND =
      """
      insert into ground (capture_id, n, stage, effect, rule, why, remedy, decided_at)
      values (:id, :n, :stage, :effect, :rule, :why, :remedy, :decidedAt)
      """;

  @Override
  public Set<String> types() {
    return Set.of("capture", "refusal", "interrupted");
  }

  @Override
  public boolean project(Filed filed, Handle rows) {
    UUID id = filed.entry().id();
    if (Seen.has(rows, "capture", id)) {
      return false;
    }
    Document d = filed.document();
    capture(filed, begun(rows, id), rows);
    notes(id, d, rows);
    artifacts(id, d.each("/artifacts"), rows);
    grounds(id, d, rows);
    return true;
  }

  /** What the attempt said, for ends that do not say it again. */
  private record Begun(@Nullable UUID caseId, String url, boolean lab, @Nullable String engine) {
    static final Begun NOTHING = new Begun(null, "", false, null);
  }

  private static Begun begun(Handle rows, UUID id) {
    return rows.createQuery("select case_id, url, lab, engine from attempt where id = :id")
        .bind("id", id)
        .map(
            (r, c) ->
                new Begun(
                    r.getObject("case_id", UUID.class),
                    r.getString("url"),
                    r.getBoolean("lab"),
                    r.getString("engine")))
        .findOne()
        .orElse(Begun.NOTHING);
  }

  private static void capture(Filed filed, Begun begun, Handle rows) {
    Document d = filed.document();
    List<Document> artifacts = d.each("/artifacts");
    String asked =
        first(d, "/target/urlVisited", "/target/urlRequested", "/target").orElse(begun.url);
    Optional<String> canonical = d.text("/target/urlCanonical");
    rows.createUpdate(INSERT)
        .bind("id", filed.entry().id())
        .bind("seq", filed.entry().seq())
        .bind("type", filed.entry().type())
        .bind("caseId", d.uuid("/caseId").orElse(begun.caseId))
        .bind("outcome", outcome(filed))
        .bind("lab", begun.lab || d.flag("/lab") || environment(d).equals("LAB"))
        .bind("urlRequested", first(d, "/target/urlRequested").orElse(asked))
        .bind("urlFinal", first(d, "/target/urlFinal").orElse(asked))
        .bind("urlCanonical", canonical.orElse(null))
        .bind("host", Addresses.host(asked))
        .bind("address", Addresses.hash(canonical.orElse(asked)).hex())
        .bind("title", d.text("/target/title").orElse(null))
        .bind("lang", d.textOrNull("/target/lang", 100))
        .bind(
            "profile",
            first(d, "/identity/profile", "/profile").map(p -> brief(p, 200)).orElse(null))
        .bind(
            "engine",
            first(d, "/identity/engine", "/engine").map(e -> brief(e, 50)).orElse(begun.engine))
        .bind("startedAt", d.time("/time/startedAt", "/startedAt", "/at"))
        .bind("endedAt", d.time("/time/endedAt", "/endedAt", "/closedAt", "/at"))
        .bind("commit", filed.entry().commit().hex())
        .bind("artifacts", artifacts.size())
        .bind("bytes", artifacts.stream().mapToLong(a -> a.number("/bytes")).sum())
        .bind("withheld", d.each("/withheld").size())
        .execute();
  }

  private static Optional<String> first(Document d, String... pointers) {
    for (String pointer : pointers) {
      Optional<String> found = d.text(pointer).filter(t -> !t.isEmpty());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static String environment(Document d) {
    return first(d, "/identity/environment", "/environment").orElse("");
  }

  private static String outcome(Filed filed) {
    return switch (filed.entry().type()) {
      case "refusal" -> End.REFUSED.name();
      case "interrupted" -> End.INTERRUPTED.name();
      default -> filed.document().word("/outcome", 20);
    };
  }

  private static void notes(UUID id, Document d, Handle rows) {
    Batch batch = new Batch(id, rows.prepareBatch(NOTE));
    d.each("/reasons").forEach(r -> note(batch, "reason", r));
    if (d.json().path("reason").isObject()) {
      note(batch, "reason", new Document(d.json().path("reason")));
    }
    if (d.each("/reasons").isEmpty()) {
      refusing(d)
          .forEach(
              g ->
                  batch
                      .add("kind", "reason")
                      .bind("code", g.word("/rule", 500))
                      .bind("detail", g.word("/why")));
    }
    d.each("/checks/warnings").forEach(r -> note(batch, "warning", r));
    d.words("/needsReview")
        .forEach(
            code -> batch.add("kind", "review").bind("code", brief(code, 500)).bind("detail", ""));
    batch.execute();
  }

  private static List<Document> refusing(Document d) {
    return decisions(d).stream()
        .flatMap(stage -> stage.each("/grounds").stream())
        .filter(ground -> ground.word("/effect").equals("REFUSE"))
        .toList();
  }

  private static void note(Batch batch, String kind, Document reason) {
    batch
        .add("kind", kind)
        .bind("code", reason.word("/code", 500))
        .bind("detail", reason.word("/detail"));
  }

  private static void artifacts(UUID id, List<Document> artifacts, Handle rows) {
    Batch batch = new Batch(id, rows.prepareBatch(ARTIFACT));
    for (Document a : artifacts) {
      batch
          .add("name", a.word("/name", 200))
          .bind("role", a.word("/role", 50))
          .bind("label", a.textOrNull("/label", 500))
          .bind("mediaType", a.word("/mediaType", 200))
          .bind("bytes", a.number("/bytes"))
          .bind("sha256", a.word("/sha256", 64))
          .bind("createdBy", a.word("/createdBy"));
    }
    batch.execute();
  }

  private static List<Document> decisions(Document d) {
    List<Document> stages = d.each("/decision/stages");
    boolean one = stages.isEmpty() && !d.each("/decision/grounds").isEmpty();
    return one ? List.of(new Document(d.json().at("/decision"))) : stages;
  }

  private static void grounds(UUID id, Document d, Handle rows) {
    Batch batch = new Batch(id, rows.prepareBatch(GROUND));
    for (Document stage : decisions(d)) {
      for (Document ground : stage.each("/grounds")) {
        batch
            .add("stage", stage.word("/stage", 20))
            .bind("effect", ground.word("/effect", 30))
            .bind("rule", ground.word("/rule", 100))
            .bind("why", ground.word("/why"))
            .bind("remedy", ground.word("/remedy"))
            .bind("decidedAt", stage.time("/at"));
      }
    }
    batch.execute();
  }

  /** Numbered rows of one capture. */
  private static final class Batch {
    private final UUID id;
    private final PreparedBatch rows;
    private int n;

    Batch(UUID id, PreparedBatch rows) {
      this.id = id;
      this.rows = rows;
    }

    /** Begins the next row, with its first field. */
    PreparedBatch add(String field, String value) {
      if (n > 0) {
        rows.add();
      }
      return rows.bind("id", id).bind("n", n++).bind(field, value);
    }

    void execute() {
      if (n > 0) {
        rows.add();
        rows.execute();
      }
    }
  }
}
