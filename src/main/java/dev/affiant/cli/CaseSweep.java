package dev.affiant.cli;

import dev.affiant.casefile.Erasure;
import dev.affiant.casefile.Hold;
import dev.affiant.casefile.Signed;
import dev.affiant.custody.Erase;
import dev.affiant.custody.Sweep;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code case sweep}: what is kept beyond its time. */
@Command(
    name = "sweep",
    description = "Erases what is kept beyond its retention, in every case; holds stop it.",
    footer = {"", "Exit code 0; with --dry-run nothing is changed."})
final class CaseSweep implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();

  @Option(names = "--dry-run", description = "Only says what would be erased, and what is held.")
  boolean dry;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Who asks (default: each case's operator).")
  String by = "";

  @Option(
      names = "--granted-by",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Who grants it: somebody else. Needed without --dry-run.")
  String granter = "";

  CaseSweep(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    if (!dry && granter.isBlank()) {
      throw new UsageFault(
          "a sweep is granted by somebody other than who asks for it",
          "--granted-by 'B. Partner', or look first: --dry-run");
    }
    Archive archive =
        dry ? Archive.open(house, where.store) : Archive.openToWrite(house, where.store, voice);
    Sweep sweep = new Sweep(archive.cases(), archive.catalogue(voice), house.ids());
    List<Sweep.Due> due = sweep.due(ActOptions.now(house));
    List<CaptureId> erased = new ArrayList<>();
    for (Sweep.Due one : due) {
      String what = what(archive, sweep, one, voice);
      if (what.equals("erased")) {
        erased.add(one.capture().id());
      }
      tell(voice, one, what);
    }
    if (!erased.isEmpty()) {
      archive.erase(voice).settle(erased, (done, of) -> {});
      archive.afterErasure(voice);
    }
    if (!where.json) {
      voice.say(due.size() + " past their retention, " + erased.size() + " erased");
    }
    return Exit.OK;
  }

  private String what(Archive archive, Sweep sweep, Sweep.Due due, Voice voice) {
    if (due.hold().isPresent()) {
      return "held";
    }
    if (dry) {
      return "would be erased";
    }
    String asks = by.isBlank() ? due.dossier().file().operator() : by.strip();
    Signed granted = new Signed(granter.strip(), "its retention has ended", ActOptions.now(house));
    Erasure erasure = sweep.erasure(due, asks, granted);
    Erase.Ended ended =
        Archive.made(() -> archive.erase(voice).one(due.dossier(), erasure), "case sweep");
    return ended.erased() ? "erased" : "refused, " + ended.decision().grounds().get(0).rule();
  }

  private void tell(Voice voice, Sweep.Due due, String what) {
    String reference = due.hold().map(Hold::reference).orElse("");
    if (where.json) {
      ObjectNode json = Json.object();
      json.put("captureId", due.capture().id().toString());
      json.put("index", due.capture().index());
      json.put("caseId", due.dossier().file().id().toString());
      json.put("since", due.since().toString());
      json.put("what", what);
      voice.json(json.put("hold", reference.isEmpty() ? null : reference));
      return;
    }
    voice.say(
        "#"
            + due.capture().index()
            + "  "
            + due.dossier().file().label()
            + "  kept until before "
            + due.since()
            + "  "
            + what
            + (reference.isEmpty() ? "" : " by " + reference));
  }
}
