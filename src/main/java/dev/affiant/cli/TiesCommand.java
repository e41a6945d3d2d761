package dev.affiant.cli;

import dev.affiant.social.Edge;
import dev.affiant.social.Item;
import dev.affiant.social.Look;
import dev.affiant.social.Ties;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code mentions} and {@code links}: what ties items and accounts. */
final class TiesCommand {
  private TiesCommand() {}

  /** Who names whom. */
  @Command(
      name = "mentions",
      description = {
        "Lists who names, answers, quotes, repeats or reacts to whom, as sealed records say it.",
        "What is concluded and not said is marked derived."
      })
  static final class Mentions implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();
    @Mixin RecordsOptions which = new RecordsOptions();

    Mentions(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Set<Edge.Type> types =
          EnumSet.of(
              Edge.Type.MENTIONS,
              Edge.Type.REPLIES_TO,
              Edge.Type.QUOTES,
              Edge.Type.REPOSTS,
              Edge.Type.FORWARDED_FROM,
              Edge.Type.REACTS_TO);
      return RecordsRead.answer(house, streams, where, which, read -> table(read, types));
    }
  }

  /** What leads where. */
  @Command(
      name = "links",
      description = {
        "Lists where items and accounts link to, as sealed records say it; or ties of another type:",
        "tags, authored, same-text, same-media, …"
      })
  static final class Links implements Callable<Integer> {
    private final House house;
    private final Streams streams;

    @Mixin StoreOptions where = new StoreOptions();
    @Mixin RecordsOptions which = new RecordsOptions();

    @Option(
        names = "--type",
        paramLabel = "WORD",
        split = ",",
        defaultValue = "links-to,claims-also",
        description = "Which ties (default: ${DEFAULT-VALUE}).")
    List<String> types = new ArrayList<>();

    Links(House house, Streams streams) {
      this.house = house;
      this.streams = streams;
    }

    @Override
    public Integer call() {
      Set<Edge.Type> wanted = EnumSet.noneOf(Edge.Type.class);
      for (String word : types) {
        wanted.add(
            Arrays.stream(Edge.Type.values())
                .filter(t -> t.word().equals(word))
                .findFirst()
                .orElseThrow(() -> unknown(word)));
      }
      return RecordsRead.answer(house, streams, where, which, read -> table(read, wanted));
    }

    private static UsageFault unknown(String word) {
      String all =
          Arrays.stream(Edge.Type.values()).map(Edge.Type::word).collect(Collectors.joining(", "));
      return new UsageFault("no tie is called " + word, "one of " + all);
    }
  }

  private static RecordsTable table(RecordsRead read, Set<Edge.Type> types) {
    Map<Edge, List<RecordsRead.One>> seen = new LinkedHashMap<>();
    for (RecordsRead.One one : read.all()) {
      for (Edge edge : one.reading().edges()) {
        seen.computeIfAbsent(edge, e -> new ArrayList<>()).add(one);
      }
    }
    List<Item> items = read.looks().stream().map(Look::item).toList();
    Ties.between(items).forEach(e -> seen.computeIfAbsent(e, k -> seeing(read, k)));
    RecordsTable table =
        new RecordsTable("type", "from", "to", "method", "derived", "captures", "lab");
    seen.forEach(
        (edge, ones) -> {
          if (types.contains(edge.type())) {
            row(table, edge, ones);
          }
        });
    return table;
  }

  /** The captures that show one of the two ends of a tie that no page states. */
  private static List<RecordsRead.One> seeing(RecordsRead read, Edge edge) {
    return new ArrayList<>(
        read.all().stream()
            .filter(
                one ->
                    one.reading().items().stream()
                        .map(Item::key)
                        .anyMatch(k -> k.equals(edge.from()) || k.equals(edge.to())))
            .toList());
  }

  private static void row(RecordsTable table, Edge edge, List<RecordsRead.One> ones) {
    String captures =
        ones.stream().map(o -> "#" + o.row().index()).distinct().collect(Collectors.joining(" "));
    boolean lab = ones.stream().anyMatch(o -> o.row().lab());
    String line =
        edge.from()
            + "  "
            + edge.type().word()
            + "  "
            + edge.to()
            + (edge.derived() ? "  derived: " + edge.method() : "")
            + "  "
            + captures
            + (lab ? "  LAB" : "");
    ObjectNode json = edge.json();
    ones.forEach(o -> json.withArray("captures").add(o.row().index()));
    table.add(
        line,
        List.of(
            edge.type().word(),
            edge.from(),
            edge.to(),
            edge.method(),
            edge.derived() ? "yes" : "no",
            captures,
            lab ? "LAB" : ""),
        json.put("lab", lab));
  }
}
