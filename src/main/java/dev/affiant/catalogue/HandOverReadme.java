package dev.affiant.catalogue;

import dev.affiant.evidence.Times;
import dev.affiant.seal.Merkle;
import dev.affiant.seal.VKey;
import java.time.Instant;
import java.util.List;

/** What stands in the first table of a hand-over file. */
final class HandOverReadme {
  private HandOverReadme() {}

  static List<String> lines(
      HandOver.Written written, List<CaseRow> cases, Instant at, Merkle.Head head, VKey key) {
    return List.of(
        "Captures of one case, made by Affiant, in one H2 database. User: sa. Password: empty.",
        "Case: "
            + String.join(", ", cases.stream().map(c -> c.label() + " (" + c.id() + ")").toList())
            + ". Written "
            + Times.text(at)
            + ".",
        written.captures()
            + " orders, "
            + written.objects()
            + " objects, "
            + written.bytes()
            + " bytes; "
            + written.absent().size()
            + " objects were not in the store any more: see ABSENT.",
        "CAPTURE has one row for each order and how it ended; ARTIFACT what was kept of it, with"
            + " every SHA-256; OBJECT the bytes; CUSTODY what was done since; LEDGER_FILE the"
            + " ledger's files; PUBLIC_KEY what its checkpoint is signed with.",
        "Check it all: affiant verify THIS-FILE.",
        "Check one object here: select sha256, lower(rawtohex(hash('SHA-256', content))) from"
            + " object where sha256 = '…'; both columns must be equal.",
        "Take an object out: call file_write((select content from object where sha256 = '…'),"
            + " 'name'); then: sha256sum name.",
        "A capture's manifest is the object whose SHA-256 is CAPTURE.COMMIT_SHA256; ENTRY_TEXT is"
            + " its entry in the ledger and says the same hash; PROOF leads from the entry to the"
            + " signed checkpoint (format: c2sp.org/tlog-proof).",
        "The ledger had "
            + head.size()
            + " entries; its root was "
            + head.root()
            + ". Its key: "
            + key.text(),
        "What this shows: what was recorded, and that it was not changed since it was signed. Not"
            + " that a page says the truth, nor who wrote it, nor, without a timestamp, the time"
            + " by an outside clock.");
  }
}
