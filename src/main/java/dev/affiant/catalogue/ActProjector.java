package dev.affiant.catalogue;

import dev.affiant.catalogue.Truth.Filed;
import dev.affiant.evidence.Json;
import dev.affiant.seal.EntryType;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Everything that is done with evidence: keys, exports, hand-overs, holds, erasures, anchors. The
 * document itself is the row, and beside it the captures that it names, so that each has its
 * custody.
 */
final class ActProjector implements Projector {
  private static final Set<String> OTHERS =
      Set.of("case", "attempt", "capture", "refusal", "interrupted");

  @Override
  public Set<String> types() {
    return Stream.of(EntryType.values())
        .map(EntryType::word)
        .filter(word -> !OTHERS.contains(word))
        .collect(Collectors.toSet());
  }

  @Override
  public boolean project(Filed filed, Handle rows) {
    Document d = filed.document();
    rows.createUpdate(
            """
            insert into act (seq, type, id, case_id, acted_at, document)
            values (:seq, :type, :id, :caseId, :actedAt, :document)
            """)
        .bind("seq", filed.entry().seq())
        .bind("type", filed.entry().type())
        .bind("id", filed.entry().id())
        .bind("caseId", d.uuidOrNull("/caseId"))
        .bind("actedAt", d.time("/at", "/createdAt", "/created"))
        .bind("document", Json.text(d.json()))
        .execute();
    for (UUID capture : named(d)) {
      rows.createUpdate("insert into act_capture (seq, capture_id) values (:seq, :id)")
          .bind("seq", filed.entry().seq())
          .bind("id", capture)
          .execute();
    }
    return true;
  }

  private static Set<UUID> named(Document d) {
    Set<UUID> captures = new LinkedHashSet<>();
    d.uuid("/captureId").ifPresent(captures::add);
    for (String list : new String[] {"/captures", "/captureIds"}) {
      for (Document one : d.each(list)) {
        one.uuid("")
            .or(() -> one.uuid("/captureId"))
            .or(() -> one.uuid("/id"))
            .ifPresent(captures::add);
      }
    }
    return captures;
  }
}
