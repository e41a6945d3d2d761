package dev.affiant.cli;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.CaseFacts;
import dev.affiant.custody.Cases;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code case new/use/list/show}: why we look. */
final class CaseCommand {
  private CaseCommand() {}

  static CommandLine line(House house, Streams streams) {
    CommandLine line = new CommandLine(new Verbs(streams));
    line.addSubcommand(new New(house, streams));
    line.addSubcommand(new Use(house, streams));
    line.addSubcommand(new Every(house, streams));
    line.addSubcommand(new Show(house, streams));
    line.getSubcommands().values().forEach(s -> s.getCommandSpec().mixinStandardHelpOptions(true));
    return line;
  }

  /** The command without a verb. */
  @Command(name = "case", description = "Opens, chooses and shows cases.")
  record Verbs(Streams streams) implements Runnable {
    @Override
    public void run() {
      new CommandLine(this).usage(streams.out());
    }
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
      CaseFacts given = Facts.labelled(Facts.of(facts), label);
      if (!given.missing().isEmpty()) {
        throw Facts.missing(given);
      }
      Archive archive = Archive.openOrCreate(house, where.store, voice);
      Case opened = open(archive, given);
      if (where.json) {
        voice.json(json(opened));
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
      Cases cases = Archive.open(house, where.store).cases();
      Case chosen = find(cases, id);
      cases.use(chosen);
      new Voice(streams).say("Case " + chosen.label() + " is now the current case.");
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
          voice.json(json(each));
        } else {
          voice.say(
              each.label()
                  + "  "
                  + each.purpose()
                  + "  "
                  + Times.text(each.openedAt())
                  + "  "
                  + each.id());
        }
      }
      return Exit.OK;
    }
  }

  /** {@code case show}. */
  @Command(name = "show", description = "Shows a case.")
  static final class Show implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();

    @Parameters(
        paramLabel = "ID",
        arity = "0..1",
        defaultValue = "",
        description = "Which (default: the current one).")
    String id = "";

    Show(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Voice voice = new Voice(streams);
      Cases cases = Archive.open(house, where.store).cases();
      Case shown =
          id.isEmpty()
              ? cases
                  .current()
                  .orElseThrow(() -> new UsageFault("no case is current", "affiant case list"))
              : find(cases, id);
      if (where.json) {
        voice.json(json(shown));
        return Exit.OK;
      }
      json(shown)
          .properties()
          .forEach(f -> voice.say(String.format("%-16s %s", f.getKey(), words(f.getValue()))));
      return Exit.OK;
    }

    private static String words(tools.jackson.databind.JsonNode value) {
      return value.isArray() ? String.join(", ", Archive.texts(value)) : value.asString();
    }
  }

  private static Case find(Cases cases, String id) {
    return cases
        .find(id)
        .orElseThrow(() -> new UsageFault("no such case: " + id, "affiant case list"));
  }

  private static ObjectNode json(Case c) {
    ObjectNode json = Json.object();
    json.put("caseId", c.id().toString());
    json.put("label", c.label());
    json.put("purpose", c.purpose());
    json.put("purposeText", c.purposeText());
    json.put("lawfulBasis", c.lawfulBasis());
    c.basisReferences().forEach(json.putArray("basisReferences")::add);
    json.put("operator", c.operator());
    json.put("operatorRole", c.operatorRole());
    json.put("controller", c.controller());
    c.jurisdictions().forEach(json.putArray("jurisdictions")::add);
    json.put("retention", c.retention());
    json.put("zone", c.zone());
    json.put("openedAt", Times.text(c.openedAt()));
    return json;
  }
}
