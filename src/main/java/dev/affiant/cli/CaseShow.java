package dev.affiant.cli;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.Dossier;
import dev.affiant.catalogue.ActRow;
import dev.affiant.catalogue.Wanted;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code case show}: a case as a case file. */
@Command(name = "show", description = "Shows a case: facts, authorities, holds, captures, custody.")
final class CaseShow implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      defaultValue = "",
      description = "Which (default: the current one).")
  String id = "";

  CaseShow(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  /** What the catalogue knows of a case. */
  private record Known(Map<String, Long> outcomes, List<ActRow> custody) {}

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    Archive archive = Archive.open(house, where.store);
    Case file = archive.chosen(id);
    Dossier dossier = archive.cases().dossier(file);
    Known known =
        archive
            .catalogue(voice)
            .ask(
                rows ->
                    new Known(
                        rows.facets(Wanted.ALL.of(file.id())).outcomes(),
                        rows.custodyOf(file.id())));
    Instant now = ActOptions.now(house);
    if (where.json) {
      voice.json(json(dossier, known, now));
    } else {
      new CaseSheet(dossier, now).lines(known.outcomes(), known.custody()).forEach(voice::say);
    }
    return Exit.OK;
  }

  private static ObjectNode json(Dossier dossier, Known known, Instant now) {
    ObjectNode json = CaseJson.facts(dossier.file());
    CaseJson.dossier(json, dossier, now);
    ObjectNode captures = json.putObject("captures");
    known.outcomes().forEach(captures::put);
    json.putArray("custody");
    for (ActRow act : known.custody()) {
      ObjectNode one = json.withArray("custody").addObject();
      one.put("index", act.index());
      one.put("type", act.type());
      one.put("id", act.id().toString());
      one.put("at", act.at().map(Times::text).orElse(null));
      one.set("document", Json.parse(act.document()));
    }
    return json;
  }
}
