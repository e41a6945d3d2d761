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

/** {@code restrict ID}: the capture is stored, and no copy of it leaves the store. */
@Command(
    name = "restrict",
    description = {
      "Restricts the processing of a capture: it is stored, and exports and hand-overs of it are",
      "refused until the restriction is lifted."
    },
    footer = {"", "Tell the person who asked for it before you lift it (GDPR, Article 18(3))."})
final class RestrictCommand implements Callable<Integer> {
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

  @Option(names = "--reason", paramLabel = "WORDS", defaultValue = "", description = "Why.")
  String reason = "";

  @Option(names = "--lift", description = "Lifts the restriction.")
  boolean lift;

  RestrictCommand(House house, Streams streams) {
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
    Signed act = new Signed(who, reason.strip(), ActOptions.now(house));
    Receipt receipt =
        Archive.made(
            () ->
                lift
                    ? archive.captureActs().lift(dossier, capture, act)
                    : archive.captureActs().restrict(dossier, capture, act),
            "restrict");
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
