package dev.affiant.cli;

import dev.affiant.catalogue.CaptureRow;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Json;
import dev.affiant.policy.Condition;
import dev.affiant.report.Harmless;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export ID}: a capture as a directory or WACZ that anyone can check. */
@Command(
    name = "export",
    description = "Writes a capture as a directory with a verify.sh, or as a .wacz.")
final class ExportCommand implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Parameters(paramLabel = "ID", description = "Its index (12 or #12), its id, or a part of it.")
  String id = "";

  @Option(names = "-o", paramLabel = "DIR|FILE.wacz", required = true, description = "Where to.")
  Path out = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Whom it is for; goes on record, so that they can be told of an erasure.")
  String recipient = "";

  ExportCommand(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    Outside.require(where.store, out);
    Archive archive = Archive.open(house, where.store);
    CaptureId capture = archive.one(id, voice);
    CaptureRow row = archive.catalogue(voice).ask(rows -> Sheets.row(rows, capture));
    Copy copy =
        new Copy(
            row.caseId().orElseThrow(),
            capture,
            row.commit(),
            row.index(),
            Optional.of(recipient.strip()).filter(r -> !r.isEmpty()));
    List<Condition> duties = copy.export(archive, out);
    Disclosures.remind(duties, voice);
    if (where.json) {
      voice.json(
          Json.object()
              .put("schemaVersion", 1)
              .put("captureId", capture.toString())
              .put("index", row.index())
              .put("file", out.toString()));
      return Exit.OK;
    }
    String shown = Harmless.shellWord(out.toString());
    voice.say("#" + row.index() + "  " + out);
    voice.say(
        out.toString().endsWith(".wacz")
            ? "Check    ./affiant verify " + shown
            : "Check    cd " + shown + " && sh verify.sh");
    return Exit.OK;
  }
}
