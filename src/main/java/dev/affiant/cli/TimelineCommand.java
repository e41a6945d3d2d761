package dev.affiant.cli;

import dev.affiant.report.Harmless;
import dev.affiant.social.ActivityStreams;
import dev.affiant.social.Count;
import dev.affiant.social.Dating;
import dev.affiant.social.FourCat;
import dev.affiant.social.Item;
import dev.affiant.social.Look;
import dev.affiant.social.SchemaOrg;
import dev.affiant.social.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code timeline}: what was published, in the order in which pages say that it was. */
@Command(
    name = "timeline",
    description = {
      "Lists posts, replies and other items of sealed records by the time that the pages show.",
      "An item that several captures show stands once, with all of them. What shows no time comes",
      "last."
    })
final class TimelineCommand implements Callable<Integer> {
  /** Outcomes that need no word beside what was found. */
  private static final Set<String> PLAIN = Set.of("COMPLETE", "PARTIAL");

  private final House house;
  private final Streams streams;

  @Mixin StoreOptions where = new StoreOptions();
  @Mixin RecordsOptions which = new RecordsOptions();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "",
      description =
          "For other programs: as2 (ActivityStreams 2.0), schema.org, 4cat (NDJSON), 4cat-csv.")
  String format = "";

  TimelineCommand(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  /** One item, as often as it was seen, the newest look last. */
  private record Seen(List<Look> looks, List<Dating> datings) {
    Item item() {
      return newest().item();
    }

    Look newest() {
      return looks.get(looks.size() - 1);
    }

    Optional<Instant> from() {
      return item().published().map(When::from);
    }

    boolean lab() {
      return looks.stream().anyMatch(Look::lab);
    }

    String captures() {
      return looks.stream()
          .map(l -> "#" + l.capture() + (PLAIN.contains(l.outcome()) ? "" : " " + l.outcome()))
          .distinct()
          .collect(Collectors.joining(" "));
    }

    /** What a person should know of its dates. */
    String dates() {
      return datings.stream()
          .filter(Dating::matters)
          .map(Dating::agreement)
          .distinct()
          .collect(Collectors.joining(", "));
    }
  }

  @Override
  public Integer call() {
    if (format.isEmpty()) {
      return RecordsRead.answer(house, streams, where, which, TimelineCommand::table);
    }
    if (which.csv || !which.about.isEmpty()) {
      throw new UsageFault(
          "--format gives every item in its own form: not with --csv or --about",
          "--format 4cat-csv for CSV; --case and --host choose captures");
    }
    Voice voice = new Voice(streams);
    RecordsRead read = RecordsRead.of(house, where, which, voice);
    export(read.looks(), voice);
    return read.exit();
  }

  private void export(List<Look> looks, Voice voice) {
    switch (format) {
      case "as2" -> voice.json(ActivityStreams.of(looks));
      case "schema.org" -> voice.json(SchemaOrg.of(looks));
      case "4cat" -> looks.forEach(l -> voice.json(FourCat.json(l)));
      case "4cat-csv" -> {
        RecordsTable.csv(streams, FourCat.COLUMNS);
        looks.forEach(l -> RecordsTable.csv(streams, List.copyOf(FourCat.row(l).values())));
      }
      default ->
          throw new UsageFault(
              "no format is called " + format, "as2, schema.org, 4cat or 4cat-csv");
    }
  }

  private static RecordsTable table(RecordsRead read) {
    Map<String, Seen> all = new LinkedHashMap<>();
    for (RecordsRead.One one : read.all()) {
      for (Look look : one.looks()) {
        Seen seen =
            all.computeIfAbsent(
                look.item().key(), k -> new Seen(new ArrayList<>(), new ArrayList<>()));
        seen.looks().add(look);
        one.reading().datings().stream()
            .filter(d -> d.subject().equals(look.item().key()))
            .forEach(seen.datings()::add);
      }
    }
    RecordsTable table =
        new RecordsTable(
            "from",
            "to",
            "precision",
            "zone",
            "item",
            "kind",
            "position",
            "account",
            "body",
            "metrics",
            "dates",
            "captures",
            "lab");
    all.values().stream()
        .sorted(
            Comparator.comparing((Seen s) -> s.from().orElse(Instant.MAX))
                .thenComparing(s -> s.item().key()))
        .forEach(s -> table.add(line(s), cells(s), json(s)));
    return table;
  }

  private static String line(Seen seen) {
    Item item = seen.item();
    String words = item.text("body").isEmpty() ? item.text("title") : item.text("body");
    String dates = seen.dates();
    return item.published().map(When::text).orElse("no time shown")
        + "  "
        + item.key()
        + "  "
        + item.kind()
        + "  “"
        + Harmless.line(words, 100)
        + "”  "
        + Count.text(item.metrics())
        + (dates.isEmpty() ? "" : "  DATES: " + dates)
        + "  "
        + seen.captures()
        + (seen.lab() ? "  LAB" : "");
  }

  private static List<String> cells(Seen seen) {
    Item item = seen.item();
    Optional<When> when = item.published();
    return List.of(
        when.map(w -> w.from().toString()).orElse(""),
        when.map(w -> w.to().toString()).orElse(""),
        when.map(When::precision).orElse(""),
        when.map(When::zone).orElse(""),
        item.key(),
        item.kind(),
        item.position().word(),
        item.account(),
        item.text("body"),
        Count.text(item.metrics()),
        seen.dates(),
        seen.captures(),
        seen.lab() ? "LAB" : "");
  }

  private static ObjectNode json(Seen seen) {
    ObjectNode json = seen.item().json();
    seen.datings().stream().distinct().forEach(d -> json.withArray("datings").add(d.json()));
    for (Look look : seen.looks()) {
      json.withArray("seen")
          .addObject()
          .put("capture", look.capture())
          .put("outcome", look.outcome())
          .put("at", look.at().toString())
          .put("url", look.url())
          .put("records", look.records().hex())
          .put("pointer", look.item().pointer());
    }
    return json.put("lab", seen.lab());
  }
}
