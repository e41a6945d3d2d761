package dev.affiant.cli;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.Dossier;
import dev.affiant.catalogue.CaptureRow;
import dev.affiant.catalogue.Wanted;
import dev.affiant.custody.Departure;
import dev.affiant.custody.SubjectSearch;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import dev.affiant.policy.Disclosure;
import dev.affiant.policy.Request;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code case export-subject HANDLE}: the answer to an access request. */
@Command(
    name = "export-subject",
    description = {
      "Writes what is held about a handle: the captures whose address, title or visible text",
      "mention it, with what stands around it. That it was answered goes on record, the handle not."
    },
    footer = {
      "",
      "Pictures are not read. Excerpts may name others: look before it leaves your hands."
    })
final class CaseSubject implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Parameters(paramLabel = "HANDLE", description = "As pages show it, with or without @.")
  String handle = "";

  @Option(
      names = "--case",
      paramLabel = "ID",
      defaultValue = "",
      description = "One case (default: every case of the store).")
  String caseId = "";

  @Option(
      names = "-o",
      paramLabel = "FILE.json",
      description = "Where to (default: standard output, one JSON object a line).")
  Path out = Path.of("");

  CaseSubject(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    Archive archive = Archive.openToWrite(house, where.store, voice);
    SubjectSearch search =
        Archive.made(() -> new SubjectSearch(handle, archive.store()), "case export-subject");
    List<Case> cases = caseId.isEmpty() ? archive.cases().all() : List.of(archive.named(caseId));
    List<ObjectNode> answer = new ArrayList<>();
    for (Case file : cases) {
      List<SubjectSearch.Mention> mentions = mentions(archive, search, file, voice);
      if (!mentions.isEmpty()) {
        leave(archive, archive.cases().dossier(file), mentions);
        mentions.forEach(m -> answer.add(json(m, file)));
      }
    }
    give(voice, answer);
    return Exit.OK;
  }

  private static List<SubjectSearch.Mention> mentions(
      Archive archive, SubjectSearch search, Case file, Voice voice) {
    return archive
        .catalogue(voice)
        .ask(
            rows ->
                rows.list(Wanted.ALL.of(file.id())).stream()
                    .flatMap(row -> search.in(row, rows).stream())
                    .toList());
  }

  private void leave(Archive archive, Dossier dossier, List<SubjectSearch.Mention> mentions) {
    List<CaptureId> captures = mentions.stream().map(m -> m.capture().id()).toList();
    Disclosure key = Disclosures.ask(house, new Request(dossier, Request.SUBJECT_ACCESS, captures));
    Departure leaving = new Departure("subject", captures, Optional.of("the subject"));
    archive.store().record(leaving.filing(key, house.ids(), house.clock().instant()));
  }

  private void give(Voice voice, List<ObjectNode> answer) {
    if (out.toString().isEmpty()) {
      answer.forEach(voice::json);
      voice.remark(answer.size() + " captures mention it");
      return;
    }
    StringBuilder lines = new StringBuilder();
    answer.forEach(json -> lines.append(Json.text(json)).append('\n'));
    try {
      NewFile.write(out, lines.toString());
    } catch (FileAlreadyExistsException e) {
      throw new UsageFault("there is something already: " + out, "name another place");
    } catch (IOException e) {
      throw new UsageFault("it cannot be written: " + out + ": " + e.getMessage(), "");
    }
    if (where.json) {
      voice.json(
          Json.object()
              .put("schemaVersion", 1)
              .put("captures", answer.size())
              .put("file", out.toString()));
    } else {
      voice.say(answer.size() + " captures mention it: " + out);
    }
  }

  private static ObjectNode json(SubjectSearch.Mention mention, Case file) {
    CaptureRow row = mention.capture();
    ObjectNode json = Json.object();
    json.put("schemaVersion", 1);
    json.put("captureId", row.id().toString());
    json.put("index", row.index());
    json.put("case", file.label());
    json.put("purpose", file.purposeText());
    json.put("lawfulBasis", file.lawfulBasis());
    json.put("controller", file.controller());
    json.put("retention", file.retention());
    json.put("url", row.urlFinal());
    json.put("title", row.title().orElse(null));
    json.put("at", row.endedAt().map(Times::text).orElse(null));
    json.put("outcome", row.outcome());
    mention.where().stream().sorted().forEach(json.putArray("where")::add);
    json.put("mentions", mention.mentions());
    mention.excerpts().forEach(json.putArray("excerpts")::add);
    return json;
  }
}
