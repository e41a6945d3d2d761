package dev.affiant.catalogue;

import dev.affiant.evidence.CaptureId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Finds the capture that a person means. */
final class Finder {
  private static final Set<String> OF_A_CAPTURE =
      Set.of("attempt", "capture", "refusal", "interrupted");
  private static final int SHORTEST = 6;

  private final Handle rows;

  Finder(Handle rows) {
    this.rows = rows;
  }

  Found find(String typed) {
    String id = typed.strip().toLowerCase(Locale.ROOT);
    String digits = id.startsWith("#") ? id.substring(1) : id;
    if (digits.matches("[0-9]{1,18}")) {
      Found found = byIndex(Long.parseLong(digits));
      // one id in three hundred ends in twelve digits that are all decimal
      boolean perhapsAnId = found instanceof Found.None && id.length() >= SHORTEST;
      return perhapsAnId && byPrefix(id) instanceof Found.One one ? one : found;
    }
    if (!id.matches("[0-9a-f-]{1,36}")) {
      return new Found.None("not an id: an index such as 12, or six or more characters of an id");
    }
    if (id.length() < SHORTEST) {
      return new Found.None("an id needs at least " + SHORTEST + " characters");
    }
    return byPrefix(id);
  }

  private Found byIndex(long index) {
    Optional<EntryRow> entry =
        rows.createQuery("select seq, type, id, filing from entry where seq = :seq")
            .bind("seq", index)
            .map(Read::entry)
            .findOne();
    if (entry.isEmpty()) {
      return new Found.None("the ledger has no entry " + index);
    }
    if (OF_A_CAPTURE.contains(entry.get().type())) {
      return new Found.One(new CaptureId(entry.get().id()));
    }
    return several(
        rows.createQuery("select capture_id from act_capture where seq = :seq order by capture_id")
            .bind("seq", index)
            .mapTo(UUID.class)
            .list(),
        "entry " + index + " is of type " + entry.get().type() + ", not a capture");
  }

  private Found byPrefix(String prefix) {
    return several(
        rows.createQuery(
                """
                select id from (select id from attempt union select id from capture
                  union select capture_id as id from act_capture) all_ids
                where cast(id as varchar(36)) like :whole
                   or substring(cast(id as varchar(36)) from 25) like :whole
                order by id
                """)
            .bind("whole", prefix + "%")
            .mapTo(UUID.class)
            .list(),
        "no capture has an id that begins or ends with " + prefix);
  }

  private static Found several(List<UUID> ids, String none) {
    return switch (ids.size()) {
      case 0 -> new Found.None(none);
      case 1 -> new Found.One(new CaptureId(ids.get(0)));
      default -> new Found.Several(ids.stream().map(CaptureId::new).toList());
    };
  }
}
