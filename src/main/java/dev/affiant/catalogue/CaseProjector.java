package dev.affiant.catalogue;

import dev.affiant.catalogue.Truth.Filed;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Cases: a later filing of the same id replaces what was said before. */
final class CaseProjector implements Projector {
  private static final String INSERT =
      """
      insert into case_file (id, seq, label, purpose, purpose_text, lawful_basis, basis_references,
        operator, operator_role, controller, jurisdictions, retention, zone, opened_at)
      values (:id, :seq, :label, :purpose, :purposeText, :lawfulBasis, :basisReferences,
        :operator, :operatorRole, :controller, :jurisdictions, :retention, :zone, :openedAt)
      """;

  @Override
  public Set<String> types() {
    return Set.of("case");
  }

  @Override
  public boolean project(Filed filed, Handle rows) {
    Document d = filed.document();
    rows.createUpdate("delete from case_file where id = :id")
        .bind("id", filed.entry().id())
        .execute();
    rows.createUpdate(INSERT)
        .bind("id", filed.entry().id())
        .bind("seq", filed.entry().seq())
        .bind("label", d.word("/label", 200))
        .bind("purpose", d.word("/purpose", 100))
        .bind("purposeText", d.word("/purposeText"))
        .bind("lawfulBasis", d.word("/lawfulBasis", 100))
        .bind("basisReferences", String.join("\n", d.words("/basisReferences")))
        .bind("operator", d.text("/operator").orElseGet(() -> d.word("/operator/name")))
        .bind("operatorRole", d.text("/operatorRole").orElseGet(() -> d.word("/operator/role")))
        .bind("controller", d.word("/controller"))
        .bind("jurisdictions", String.join("\n", d.words("/jurisdictions")))
        .bind("retention", d.word("/retention", 200))
        .bind("zone", d.word("/zone", 100))
        .bind("openedAt", d.time("/openedAt", "/at"))
        .execute();
    return true;
  }
}
