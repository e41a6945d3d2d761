package dev.affiant.cli;

import dev.affiant.catalogue.CaptureRow;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Json;
import dev.affiant.report.Reference;
import dev.affiant.report.SheetText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code show ID}: everything about one capture, as text, or its manifest as JSON. */
@Command(name = "show", description = "Shows a capture; with --json, its manifest.")
final class ShowCommand implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Parameters(paramLabel = "ID", description = "Its index (12 or #12), its id, or a part of it.")
  String id = "";

  ShowCommand(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Voice voice = new Voice(streams);
    Archive archive = Archive.open(house, where.store);
    CaptureId capture = archive.one(id, voice);
    if (where.json) {
      CaptureRow row = archive.catalogue(voice).ask(rows -> Sheets.row(rows, capture));
      byte[] filing =
          archive
              .store()
              .bytes(row.commit())
              .orElseThrow(() -> new UsageFault("its record is gone", "affiant verify --all"));
      voice.json(Json.parse(new String(filing, StandardCharsets.UTF_8)).asObject());
      return Exit.OK;
    }
    Reference reference =
        archive.catalogue(voice).ask(rows -> Sheets.reference(rows, Sheets.row(rows, capture)));
    SheetText.of(new Sheets(archive.store()).sheet(reference)).lines().forEach(voice::say);
    return Exit.OK;
  }
}
