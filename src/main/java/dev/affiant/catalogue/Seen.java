package dev.affiant.catalogue;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What has been projected already. */
final class Seen {
  private Seen() {}

  /** Whether a table, one of ours by name, has a row with this id. */
  static boolean has(Handle rows, String table, UUID id) {
    return rows.createQuery("select count(*) from " + table + " where id = :id")
            .bind("id", id)
            .mapTo(Integer.class)
            .one()
        > 0;
  }
}
