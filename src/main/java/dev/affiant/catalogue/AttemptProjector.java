package dev.affiant.catalogue;

import dev.affiant.catalogue.Truth.Filed;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Attempts: orders that have begun. */
final class AttemptProjector implements Projector {
  private static final String INSERT =
      """
      insert into attempt (id, seq, case_id, url, host, address, operator, profile, engine,
        occasion, batch, lab, begun_at)
      values (:id, :seq, :caseId, :url, :host, :address, :operator, :profile, :engine,
        :occasion, :batch, :lab, :begunAt)
      """;

  @Override
  public Set<String> types() {
    return Set.of("attempt");
  }

  @Override
  public boolean project(Filed filed, Handle rows) {
    if (Seen.has(rows, "attempt", filed.entry().id())) {
      return false;
    }
    Document d = filed.document();
    String url = d.word("/target");
    rows.createUpdate(INSERT)
        .bind("id", filed.entry().id())
        .bind("seq", filed.entry().seq())
        .bind("caseId", d.uuidOrNull("/caseId"))
        .bind("url", url)
        .bind("host", Addresses.host(url))
        .bind("address", Addresses.hash(url).hex())
        .bind("operator", d.word("/operator"))
        .bind("profile", d.textOrNull("/profile", 200))
        .bind("engine", d.word("/engine", 50))
        .bind("occasion", d.word("/occasion/kind", 20))
        .bind("batch", d.textOrNull("/occasion/batch", 64))
        .bind("lab", d.flag("/lab"))
        .bind("begunAt", d.time("/at"))
        .execute();
    return true;
  }
}
