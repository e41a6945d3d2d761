package dev.affiant.cli;

import dev.affiant.catalogue.ActRow;
import dev.affiant.catalogue.CaptureRow;
import dev.affiant.catalogue.CaseRow;
import dev.affiant.catalogue.Rows;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import dev.affiant.report.Page;
import dev.affiant.report.Reference;
import dev.affiant.report.Sheet;
import dev.affiant.report.SheetReader;
import dev.affiant.store.Store;
import dev.affiant.verify.Finding;
import dev.affiant.verify.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What people see of captures, put together from the catalogue's rows and the store's bytes. */
final class Sheets {
  private static final int MOST_FAULTS = 50;

  private final Store store;

  Sheets(Store store) {
    this.store = store;
  }

  /** Where a capture stands. */
  static Reference reference(Rows rows, CaptureRow row) {
    Optional<CaseRow> file =
        row.caseId()
            .flatMap(id -> rows.cases().stream().filter(c -> c.id().equals(id)).findFirst());
    List<Reference.Custody> custody =
        rows.custody(row.id()).stream()
            .map(
                a -> new Reference.Custody(a.index(), a.at().map(Times::text).orElse(""), words(a)))
            .toList();
    return new Reference(
        row.id(),
        row.type(),
        row.index(),
        rows.size(),
        row.commit(),
        file.map(CaseRow::label).orElse(""),
        file.map(CaseRow::zone).orElse("UTC"),
        Optional.of(row.urlRequested()),
        custody);
  }

  /** What was done, who did it and why, as far as the act says: {@code annotate, A. Clerk: …}. */
  private static String words(ActRow act) {
    JsonNode d = Json.parse(act.document());
    String by = d.path("by").asString("");
    String reason = d.path("reason").asString("");
    return act.type() + (by.isEmpty() ? "" : ", " + by) + (reason.isEmpty() ? "" : ": " + reason);
  }

  Sheet sheet(Reference reference) {
    try {
      return new SheetReader(store).read(reference);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One page of several captures, oldest first.
   *
   * @param checked what verification of the store just found
   */
  String page(String title, List<Reference> references, Report checked, Instant now) {
    List<Sheet> sheets = new ArrayList<>();
    references.forEach(r -> sheets.add(sheet(r)));
    String ledger =
        store.origin() + ", " + store.size() + " entries, root " + store.checkpoint().root();
    List<String> faults =
        checked.faults().stream().limit(MOST_FAULTS).map(Finding::toString).toList();
    return new Page(title, Times.text(now), ledger, faults, sheets).html();
  }

  /** The capture of this id. */
  static CaptureRow row(Rows rows, CaptureId id) {
    return rows.capture(id).orElseThrow(() -> absent(rows, id));
  }

  private static UsageFault absent(Rows rows, CaptureId id) {
    return rows.custody(id).stream()
        .filter(act -> act.type().equals("erasure"))
        .findFirst()
        .map(
            act ->
                new UsageFault(
                    "capture "
                        + id.tail()
                        + " was erased"
                        + act.at().map(at -> " on " + Times.text(at)).orElse("")
                        + "; entry "
                        + act.index()
                        + " is its tombstone",
                    ""))
        .orElseGet(
            () -> new UsageFault("no capture " + id + " in the catalogue", "affiant reindex"));
  }
}
