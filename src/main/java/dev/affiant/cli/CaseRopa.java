package dev.affiant.cli;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.Dossier;
import dev.affiant.custody.Ropa;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code case ropa}: the record of processing activities, as JSON. */
@Command(
    name = "ropa",
    description = "Prints the record of processing activities (GDPR Article 30), one line a case.")
final class CaseRopa implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      defaultValue = "",
      description = "Which (default: the current one).")
  String id = "";

  @Option(names = "--all", description = "Every case of the store.")
  boolean all;

  CaseRopa(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    Archive archive = Archive.open(house, where.store);
    List<Case> cases = all ? archive.cases().all() : List.of(archive.chosen(id));
    for (Case file : cases) {
      Dossier dossier = archive.cases().dossier(file);
      voice.json(
          archive.catalogue(voice).ask(rows -> Ropa.of(dossier, rows, ActOptions.now(house))));
    }
    return Exit.OK;
  }
}
