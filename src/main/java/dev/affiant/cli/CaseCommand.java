package dev.affiant.cli;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.CaseFacts;
import dev.affiant.evidence.Times;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code case new/use/list/show/close/authority/hold/override} and the rights of subjects: why we
 * look, and who allowed it.
 */
final class CaseCommand {
  private CaseCommand() {}

  static CommandLine line(House house, Streams streams) {
    return Verbs.line(
        streams,
        "case",
        "Opens, chooses and shows cases.",
        new New(house, streams),
        new Use(house, streams),
        new Every(house, streams),
        new CaseShow(house, streams),
        new CaseClose(house, streams),
        CaseAuthority.line(house, streams),
        CaseHold.line(house, streams),
        new CaseOverride(house, streams),
        new CaseSweep(house, streams),
        new CaseRopa(house, streams),
        new CaseSubject(house, streams));
  }

  /** {@code case new}. */
  @Command(name = "new", description = "Opens a case and makes it the current one.")
  static final class New implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();
    @Mixin CaseOptions facts = new CaseOptions();

    @Option(
        names = "--id",
        paramLabel = "NAME",
        defaultValue = "",
        description = "What you call it.")
    String label = "";

    New(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Voice voice = new Voice(streams);
      CaseFacts given = Archive.stated(facts);
      given = label.isEmpty() ? given : Facts.labelled(given, label);
      if (!given.missing().isEmpty()) {
        throw Facts.missing(given);
      }
      Archive archive = Archive.openOrCreate(house, where.store, voice);
      Case opened = open(archive, given);
      if (where.json) {
        voice.json(CaseJson.facts(opened));
        return Exit.OK;
      }
      voice.say(
          "Case "
              + opened.label()
              + " is now the current case. Times: "
              + opened.zone()
              + ". Retention: "
              + opened.retention()
              + ".");
      voice.say(
          "Receipt: "
              + archive.store().writeReceipt()
              + ". Send it to somebody outside: it pins today's log.");
      return Exit.OK;
    }

    private static Case open(Archive archive, CaseFacts given) {
      try {
        return archive.cases().open(given);
      } catch (IllegalArgumentException e) {
        throw new UsageFault(String.valueOf(e.getMessage()), "affiant case new --help");
      }
    }
  }

  /** {@code case use}. */
  @Command(name = "use", description = "Makes a case the current one.")
  static final class Use implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();

    @Parameters(paramLabel = "ID", description = "Its name, id, or the beginning of its id.")
    String id = "";

    Use(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Archive archive = Archive.open(house, where.store);
      Case chosen = archive.named(id);
      archive.cases().use(chosen);
      Voice voice = new Voice(streams);
      if (where.json) {
        voice.json(CaseJson.facts(chosen));
      } else {
        voice.say("Case " + chosen.label() + " is now the current case.");
      }
      return Exit.OK;
    }
  }

  /** {@code case list}. */
  @Command(name = "list", description = "Lists the cases.")
  static final class Every implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();

    Every(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Voice voice = new Voice(streams);
      for (Case each : Archive.open(house, where.store).cases().all()) {
        if (where.json) {
          voice.json(CaseJson.facts(each));
        } else {
          voice.say(
              each.label()
                  + "  "
                  + each.purpose()
                  + "  "
                  + Times.text(each.openedAt())
                  + "  "
                  + (each.closed().isPresent() ? "closed" : "open")
                  + "  "
                  + each.id());
        }
      }
      return Exit.OK;
    }
  }
}
