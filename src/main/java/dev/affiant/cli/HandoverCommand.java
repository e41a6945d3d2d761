package dev.affiant.cli;

import dev.affiant.casefile.Case;
import dev.affiant.catalogue.CaptureRow;
import dev.affiant.catalogue.HandOver;
import dev.affiant.catalogue.Wanted;
import dev.affiant.custody.Handover;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.policy.Condition;
import dev.affiant.policy.Disclosure;
import dev.affiant.policy.Request;
import dev.affiant.report.Harmless;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code handover}: one case as one H2 file that needs nothing else. */
@Command(name = "handover", description = "Writes a case as one self-contained H2 file.")
final class HandoverCommand implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Option(
      names = "--case",
      paramLabel = "ID",
      defaultValue = "",
      description = "The case (default: the current one).")
  String caseId = "";

  @Option(names = "-o", paramLabel = "FILE.mv.db", required = true, description = "Where to.")
  Path out = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Whom it is for; goes on record, so that they can be told of an erasure.")
  String recipient = "";

  HandoverCommand(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    Progress progress = new Progress(streams, where.quiet || where.json);
    if (Files.exists(out)) {
      throw new UsageFault("there is a file already: " + out, "name another one by -o");
    }
    if (!out.toString().endsWith(".mv.db")) {
      throw new UsageFault("an H2 file's name ends in .mv.db, and this does not: " + out, "");
    }
    Outside.require(where.store, out);
    Archive archive = Archive.open(house, where.store);
    Case file = archive.chosen(caseId);
    Request request = request(archive, file, voice);
    Disclosure key = Disclosures.ask(house, request);
    Optional<String> to = Optional.of(recipient.strip()).filter(r -> !r.isEmpty());
    HandOver.Written written =
        new Handover(house.clock(), house.ids(), f -> archive.store().record(f).treeSize())
            .run(
                new Handover.Leave(key, to),
                () -> source(archive, voice),
                out,
                (done, of) -> progress.part("copying", done, of));
    progress.clear();
    Disclosures.remind(request.conditions(), voice);
    if (where.json) {
      voice.json(
          Json.object()
              .put("schemaVersion", 1)
              .put("caseId", file.id().toString())
              .put("captures", written.captures())
              .put("objects", written.objects())
              .put("bytes", written.bytes())
              .put("file", out.toString()));
      return Exit.OK;
    }
    voice.say(
        written.captures()
            + " captures, "
            + written.objects()
            + " objects, "
            + Voice.size(written.bytes())
            + ": "
            + out
            + " (user sa, no password)");
    voice.say("Next  ./affiant verify " + Harmless.shellWord(out.toString()));
    return Exit.OK;
  }

  private static Request request(Archive archive, Case file, Voice voice) {
    List<Sha256> commits =
        archive
            .catalogue(voice)
            .ask(
                rows ->
                    rows.list(Wanted.ALL.of(file.id())).stream().map(CaptureRow::commit).toList());
    List<Condition> duties = Disclosures.duties(archive.store(), commits);
    return new Request(archive.cases().dossier(file), "handover", List.of(), duties);
  }

  private HandOver.Source source(Archive archive, Voice voice) {
    return new HandOver.Source(
        archive.store(),
        archive.store().log(),
        archive.store().vkey(),
        archive.catalogue(voice),
        house.clock().instant());
  }
}
