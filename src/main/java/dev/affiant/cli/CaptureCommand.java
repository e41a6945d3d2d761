package dev.affiant.cli;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.Lab;
import dev.affiant.casefile.ViewingConditions;
import dev.affiant.flow.Guides;
import dev.affiant.profile.Profiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code capture URL…}: visits pages and files what it saw. */
@Command(
    name = "capture",
    description = "Captures public pages as evidence.",
    sortOptions = false,
    footer = {
      "",
      "Every option that takes a value has a variable: --purpose is AFFIANT_PURPOSE.",
      "Exit code: 0 complete, 10 partial, 11 refused, 12 walled, 13 absent, 14 unreachable,",
      "15 interrupted, 2 usage, 1 internal error; of several captures the highest, 1 above all."
    })
final class CaptureCommand implements Callable<Integer> {
  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();
  @Mixin CaseOptions facts = new CaseOptions();
  @Mixin LookOptions look = new LookOptions();
  @Mixin ProfileOptions guide = new ProfileOptions();

  @Parameters(paramLabel = "URL", arity = "0..*", description = "The pages.")
  List<String> urls = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "A list of pages, one a line; - is standard input. A second run finishes it.")
  Path from = Path.of("");

  @Option(names = "--again", description = "Captures every line of the list, finished or not.")
  boolean again;

  @Option(
      names = "--case",
      paramLabel = "ID",
      defaultValue = "",
      description = "The case (default: the store's current one).")
  String caseId = "";

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      defaultValue = "90s",
      converter = Durations.class,
      description = "How long one page may take (default: ${DEFAULT-VALUE}).")
  Duration deadline = Duration.ofSeconds(90);

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many pages at once, a browser each (default: ${DEFAULT-VALUE}).")
  int workers = 1;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also exports each capture into DIR/<index>-<id>.")
  Path out = Path.of("");

  CaptureCommand(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Voice voice = new Voice(streams);
    Progress progress = new Progress(streams, where.quiet || where.json);
    UrlList list = UrlList.read(urls, from);
    list.complain(voice);
    Archive.requireFacts(where.store, caseId, facts);
    Lab lab = LabOption.read(look.lab).trusting(look.labKeys);
    ViewingConditions view = look.view();
    Profiles profiles = guide.read(house);
    guide.id(profiles);
    try (Desks desks = Desks.open(house, look, workers, progress)) {
      desks.warm();
      Archive archive = Archive.openOrCreate(house, where.store, voice);
      archive.goesBy(new Guides(house.guides().gates(), profiles));
      Case file = archive.file(caseId, facts, voice);
      Batches batch =
          new Batches(
              archive,
              desks,
              new Batches.Wanted(
                  new Orders.Terms(file, lab, view, look.engine, deadline, guide.id(profiles)),
                  again),
              new Batches.Report(voice, progress, where.json, out));
      return Interruption.guard(streams, batch::cut, () -> finished(batch.run(list), desks));
    }
  }

  /** An interrupted process ends with this, so its browsers have to have ended before. */
  private static int finished(int code, Desks desks) {
    desks.close();
    return code;
  }
}
