package dev.affiant.cli;

import dev.affiant.casefile.Dossier;
import dev.affiant.casefile.Erasure;
import dev.affiant.casefile.ErasureGround;
import dev.affiant.casefile.Signed;
import dev.affiant.catalogue.ActRow;
import dev.affiant.custody.Erase;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Json;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code erase ID}: no byte of a capture is left in the store; a tombstone explains the gap. */
@Command(
    name = "erase",
    description = {
      "Erases a capture: its objects, its records, its rows and words in the catalogue. A tombstone",
      "on the ledger explains the gap, and every other proof still holds. A legal hold stops it."
    },
    footer = {
      "",
      "Not reached: copies that were exported, backups, the file system's journal and blocks that",
      "a disk keeps. Two people take part; their names are asserted. Exit code 11: refused."
    })
final class EraseCommand implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Parameters(paramLabel = "ID", description = "Its index (12 or #12), its id, or a part of it.")
  String id = "";

  @Option(
      names = "--ground",
      paramLabel = "CODE",
      required = true,
      description = "subject-request, not-needed, unlawful, obligation or retention.")
  String ground = "";

  @Option(
      names = "--reason",
      paramLabel = "WORDS",
      required = true,
      description = "Why; without a word of what is erased, because it stays on record.")
  String reason = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Who asks (default: the case's operator).")
  String by = "";

  @Option(
      names = "--granted-by",
      paramLabel = "NAME",
      required = true,
      description = "Who grants it: somebody else.")
  String granter = "";

  EraseCommand(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    Progress progress = new Progress(streams, where.quiet || where.json);
    Archive archive = Archive.openToWrite(house, where.store, voice);
    CaptureId capture = archive.one(id, voice);
    Dossier dossier = archive.dossierOf(capture, voice);
    List<ActRow> left = archive.catalogue(voice).ask(rows -> rows.custody(capture));
    Erasure erasure = erasure(dossier, capture);
    Erase.Ended ended =
        Archive.made(
            () ->
                archive
                    .erase(voice)
                    .run(
                        dossier,
                        erasure,
                        (done, of) -> progress.part("making the catalogue anew", done, of)),
            "erase");
    progress.clear();
    if (!ended.erased()) {
      if (where.json) {
        voice.json(json(capture, ended));
      }
      throw new Refused(ended.decision());
    }
    archive.afterErasure(voice);
    if (where.json) {
      voice.json(json(capture, ended));
    } else {
      tell(voice, capture, ended, left);
    }
    return Exit.OK;
  }

  private Erasure erasure(Dossier dossier, CaptureId capture) {
    ErasureGround why =
        ErasureGround.of(ground)
            .orElseThrow(() -> new UsageFault("the ground is one of " + ErasureGround.codes(), ""));
    return new Erasure(
        house.ids().next(),
        dossier.file().id(),
        capture,
        why,
        by.isBlank() ? dossier.file().operator() : by.strip(),
        new Signed(granter.strip(), reason.strip(), ActOptions.now(house)));
  }

  private static void tell(Voice voice, CaptureId capture, Erase.Ended ended, List<ActRow> acts) {
    voice.say("#" + ended.receipt().index() + "  erased  " + capture.tail());
    String exports =
        acts.stream()
            .filter(act -> act.type().equals("export"))
            .map(act -> "#" + act.index())
            .collect(Collectors.joining(", "));
    if (!exports.isEmpty()) {
      voice.say("Copies left the store: " + exports + ". Tell whoever has them (GDPR Article 19).");
    }
    voice.say("Not reached: backups, the file system's journal, blocks that the disk keeps.");
  }

  private static ObjectNode json(CaptureId capture, Erase.Ended ended) {
    ObjectNode json = Json.object();
    json.put("schemaVersion", 1);
    json.put("captureId", capture.toString());
    json.put("erased", ended.erased());
    json.put("index", ended.receipt().index());
    json.put("effect", ended.decision().effect().name());
    ended.decision().grounds().stream()
        .filter(g -> g.refuses() || ended.erased())
        .forEach(g -> json.withArray("rules").add(g.rule()));
    return json;
  }
}
