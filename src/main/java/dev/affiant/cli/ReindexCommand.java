package dev.affiant.cli;

import dev.affiant.evidence.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code reindex}: makes the catalogue and the word index again from ledger and objects. */
@Command(name = "reindex", description = "Makes the catalogue again from ledger and objects.")
final class ReindexCommand implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  ReindexCommand(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    Progress progress = new Progress(streams, where.quiet || where.json);
    Archive archive = Archive.open(house, where.store);
    archive.catalogue(voice).rebuild((done, of) -> progress.part("reading entries", done, of));
    progress.clear();
    long entries = archive.store().size();
    if (where.json) {
      voice.json(Json.object().put("schemaVersion", 1).put("entries", entries));
    } else {
      voice.say("The catalogue holds " + entries + " entries.");
    }
    return Exit.OK;
  }
}
