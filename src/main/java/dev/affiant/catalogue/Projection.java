package dev.affiant.catalogue;

import dev.affiant.catalogue.Truth.Filed;
import dev.affiant.evidence.Sha256;
import dev.affiant.seal.Entry;
import dev.affiant.seal.Merkle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Brings rows up to the ledger. The position, size and root, moves in the transaction of the rows,
 * so that what a crash takes from the database is simply projected again.
 */
final class Projection {
  /** The form of the tables; another number means that the file is made anew. */
  static final int SCHEMA = 1;

  private static final int CHUNK = 256;

  private final Map<String, Projector> projectors = new HashMap<>();

  Projection() {
    List<Projector> all =
        List.of(
            new CaseProjector(), new AttemptProjector(), new EndProjector(), new ActProjector());
    all.forEach(p -> p.types().forEach(type -> projectors.put(type, p)));
  }

  /** Where the rows stand. */
  record Position(int schema, Merkle.Head head) {}

  static Optional<Position> position(Handle rows) {
    return rows.createQuery("select schema_version, size, root from projected_to")
        .map(
            (r, c) ->
                new Position(
                    r.getInt("schema_version"),
                    new Merkle.Head(r.getLong("size"), new Sha256(r.getString("root")))))
        .findOne();
  }

  /** The position of a file without rows. */
  static void begin(Handle rows) {
    rows.createUpdate(
            "insert into projected_to (schema_version, size, root) values (:schema, 0, :root)")
        .bind("schema", SCHEMA)
        .bind("root", Merkle.EMPTY.hex())
        .execute();
  }

  /** Projects what is new, up to this size. */
  void run(Truth truth, Handle rows, long to, Progress progress) {
    long at = position(rows).orElseThrow().head().size();
    while (at < to) {
      long from = at;
      long next = Math.min(to, at + CHUNK);
      rows.useTransaction(
          h -> {
            truth.read(from, next, entry -> one(truth.filed(entry), h));
            move(h, new Merkle.Head(next, truth.root(next)));
          });
      at = next;
      progress.at(at, to);
    }
  }

  private void one(Filed filed, Handle rows) {
    Filed done = filed;
    Projector projector = projectors.get(filed.entry().type());
    if (filed.readable() && projector != null && !projector.project(filed, rows)) {
      done = filed.as(Filed.SECOND);
    }
    entry(done, rows);
  }

  private static void entry(Filed filed, Handle rows) {
    Entry entry = filed.entry();
    rows.createUpdate(
            """
            insert into entry (seq, type, id, commit_sha256, anchor_sha256, filing)
            values (:seq, :type, :id, :commit, :anchor, :filing)
            """)
        .bind("seq", entry.seq())
        .bind("type", entry.type())
        .bind("id", entry.id())
        .bind("commit", entry.commit().hex())
        .bind("anchor", entry.anchor().map(Sha256::hex).orElse(null))
        .bind("filing", filed.state())
        .execute();
  }

  private static void move(Handle rows, Merkle.Head head) {
    rows.createUpdate("update projected_to set size = :size, root = :root")
        .bind("size", head.size())
        .bind("root", head.root().hex())
        .execute();
  }
}
