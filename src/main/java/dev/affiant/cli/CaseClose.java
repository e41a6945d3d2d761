package dev.affiant.cli;

import dev.affiant.casefile.Case;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code case close}. */
@Command(
    name = "close",
    description = "Closes a case: nothing is captured under it any more; retention counts on.")
final class CaseClose implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();
  @Mixin ActOptions act = new ActOptions();

  CaseClose(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    Archive archive = Archive.openToWrite(house, where.store, voice);
    Case file = archive.chosen(act.caseId);
    Archive.made(() -> archive.acts().close(file, act.signed(house, file)), "case close");
    Case closed = archive.named(file.id().toString());
    if (where.json) {
      voice.json(CaseJson.facts(closed));
    } else {
      voice.say("Case " + closed.label() + " is closed. Retention: " + closed.retention() + ".");
    }
    return Exit.OK;
  }
}
