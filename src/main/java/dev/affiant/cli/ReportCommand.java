package dev.affiant.cli;

import dev.affiant.catalogue.CaptureRow;
import dev.affiant.catalogue.Rows;
import dev.affiant.catalogue.Wanted;
import dev.affiant.evidence.CaptureId;
import dev.affiant.report.Reference;
import dev.affiant.verify.Report;
import dev.affiant.verify.Trust;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code report}: captures as one self-contained page with pictures, without scripts. */
@Command(
    name = "report",
    description = "Checks the store, and writes captures as one page with pictures.")
final class ReportCommand implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Parameters(paramLabel = "ID", arity = "0..*", description = "Which (default: all of the case).")
  List<String> ids = new ArrayList<>();

  @Option(names = "--case", paramLabel = "ID", defaultValue = "", description = "All of this case.")
  String caseId = "";

  @Option(names = "-o", paramLabel = "FILE.html", required = true, description = "Where to.")
  Path out = Path.of("");

  ReportCommand(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Voice voice = new Voice(streams);
    if (!out.toString().endsWith(".html")) {
      throw new UsageFault("a report's name ends in .html, and this does not: " + out, "");
    }
    Outside.require(where.store, out);
    Archive archive = Archive.open(house, where.store);
    List<CaptureId> chosen = ids.stream().map(id -> archive.one(id, voice)).toList();
    Wanted wanted = caseId.isEmpty() ? Wanted.ALL : Wanted.ALL.of(archive.named(caseId).id());
    List<Reference> references =
        archive.catalogue(voice).ask(rows -> references(rows, chosen, wanted));
    String title = caseId.isEmpty() ? "Captures" : archive.named(caseId).label();
    Report checked = archive.verified(voice, new Progress(streams, where.quiet || where.json));
    String html =
        new Sheets(archive.store()).page(title, references, checked, house.clock().instant());
    try {
      NewFile.write(out, html);
    } catch (FileAlreadyExistsException e) {
      throw new UsageFault("there is a file already: " + out, "name another one by -o");
    }
    if (where.json) {
      ObjectNode json = Verdicts.json(checked);
      voice.json(json.put("file", out.toString()).put("shown", references.size()));
      return checked.verdict().exitCode();
    }
    voice.say(references.size() + (references.size() == 1 ? " capture: " : " captures: ") + out);
    if (!checked.faults().isEmpty()) {
      Verdicts.tell(voice, checked, Trust.NONE);
    }
    return checked.verdict().exitCode();
  }

  private static List<Reference> references(Rows rows, List<CaptureId> chosen, Wanted wanted) {
    List<CaptureRow> found =
        chosen.isEmpty()
            ? rows.list(wanted)
            : chosen.stream().map(id -> Sheets.row(rows, id)).toList();
    return found.stream()
        .sorted(Comparator.comparingLong(CaptureRow::index))
        .map(row -> Sheets.reference(rows, row))
        .toList();
  }
}
