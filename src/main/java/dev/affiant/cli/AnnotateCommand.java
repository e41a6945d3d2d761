package dev.affiant.cli;

import dev.affiant.casefile.Dossier;
import dev.affiant.casefile.Signed;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Json;
import dev.affiant.store.Receipt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code annotate ID}: words beside a capture, which is not edited. */
@Command(
    name = "annotate",
    description = "Says something of a capture beside it; the sealed record is not edited.")
final class AnnotateCommand implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Parameters(paramLabel = "ID", description = "Its index (12 or #12), its id, or a part of it.")
  String id = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Who does it (default: the case's operator). The name is asserted.")
  String by = "";

  @Option(names = "--text", paramLabel = "WORDS", required = true, description = "What to say.")
  String text = "";

  AnnotateCommand(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    Archive archive = Archive.openToWrite(house, where.store, voice);
    CaptureId capture = archive.one(id, voice);
    Dossier dossier = archive.dossierOf(capture, voice);
    String who = by.isBlank() ? dossier.file().operator() : by.strip();
    Signed act = new Signed(who, text.strip(), ActOptions.now(house));
    Receipt receipt =
        Archive.made(() -> archive.captureActs().annotate(dossier, capture, act), "annotate");
    if (where.json) {
      ObjectNode json = Json.object();
      json.put("captureId", capture.toString());
      voice.json(json.put("index", receipt.index()));
    } else {
      voice.say("#" + receipt.index() + "  " + receipt.type() + "  " + capture.tail());
    }
    return Exit.OK;
  }
}
