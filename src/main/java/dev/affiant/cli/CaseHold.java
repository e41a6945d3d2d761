package dev.affiant.cli;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.Hold;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Json;
import dev.affiant.store.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code case hold add/lift}: what nobody may erase. */
final class CaseHold {
  private CaseHold() {}

  static CommandLine line(House house, Streams streams) {
    return Verbs.line(
        streams,
        "hold",
        "Places and lifts legal holds: while one stands, nothing it reaches is erased.",
        new Add(house, streams),
        new Lift(house, streams));
  }

  /** {@code case hold add}. */
  @Command(name = "add", description = "Places a hold on a case, or on some of its captures.")
  static final class Add implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();
    @Mixin ActOptions act = new ActOptions();

    @Parameters(
        paramLabel = "ID",
        arity = "0..*",
        description = "The captures to hold (default: all of the case, and all to come).")
    List<String> captures = new ArrayList<>();

    @Option(
        names = "--ref",
        paramLabel = "REF",
        required = true,
        description = "What it is called in the matter's papers.")
    String reference = "";

    @Option(
        names = "--review",
        paramLabel = "DAY",
        required = true,
        description = "When somebody looks again whether it is needed.")
    String review = "";

    Add(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Voice voice = new Voice(streams);
      Archive archive = Archive.openToWrite(house, where.store, voice);
      Case file = archive.chosen(act.caseId);
      List<CaptureId> held = captures.stream().map(c -> archive.ofCase(file, c, voice)).toList();
      Hold hold =
          new Hold(
              house.ids().next(),
              file.id(),
              reference.strip(),
              held,
              When.day(review),
              act.signed(house, file),
              Optional.empty());
      Receipt receipt = Archive.made(() -> archive.acts().hold(hold), "case hold add");
      if (where.json) {
        voice.json(CaseJson.hold(hold).put("index", receipt.index()));
      } else {
        voice.say("#" + receipt.index() + "  hold  " + CaseSheet.line(hold));
      }
      return Exit.OK;
    }
  }

  /** {@code case hold lift}. */
  @Command(name = "lift", description = "Lifts a hold.")
  static final class Lift implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();
    @Mixin ActOptions act = new ActOptions();

    @Parameters(paramLabel = "REF|ID", description = "Its reference, or the beginning of its id.")
    String which = "";

    Lift(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Voice voice = new Voice(streams);
      Archive archive = Archive.openToWrite(house, where.store, voice);
      Case file = archive.chosen(act.caseId);
      Receipt receipt =
          Archive.made(
              () -> archive.acts().lift(archive.acts().hold(file, which), act.signed(house, file)),
              "case show");
      if (where.json) {
        ObjectNode json = Json.object();
        voice.json(json.put("holdId", receipt.id().toString()).put("index", receipt.index()));
      } else {
        voice.say("#" + receipt.index() + "  lifted  " + which);
      }
      return Exit.OK;
    }
  }
}
