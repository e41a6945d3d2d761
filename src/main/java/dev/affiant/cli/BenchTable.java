package dev.affiant.cli;

import dev.affiant.bench.Aim;
import dev.affiant.bench.Figure;
import dev.affiant.bench.Machine;
import dev.affiant.bench.Spread;
import dev.affiant.evidence.Json;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** What the bench finds: a table for people, or one JSON object a line. */
final class BenchTable {
  private static final String ROW = "%-14s %-26s %11s %11s  %-26s %s";

  private final Voice voice;
  private final boolean json;
  private boolean missed;

  BenchTable(Voice voice, boolean json) {
    this.voice = voice;
    this.json = json;
  }

  /** Whether a figure was not to be had. */
  boolean missed() {
    return missed;
  }

  void machine(Machine machine) {
    if (json) {
      ObjectNode line = Json.object().put("figure", "machine");
      line.put("load", machine.load()).put("cores", machine.cores());
      machine.facts().forEach(line::put);
      voice.json(line);
      return;
    }
    voice.say(
        String.format(Locale.ROOT, "%d cores, load %.2f", machine.cores(), machine.load())
            + machine.facts().entrySet().stream()
                .map(fact -> ", " + fact.getKey() + " " + fact.getValue())
                .collect(Collectors.joining()));
    voice.say(String.format(ROW, "figure", "of", "ours", "bare", "ratio (ends; turns)", "aim"));
  }

  void figure(Figure figure) {
    if (json) {
      voice.json(line(figure));
      return;
    }
    Spread ratio = figure.ratio();
    voice.say(
        String.format(
            Locale.ROOT,
            ROW,
            figure.name(),
            figure.of(),
            value(figure.ours()),
            value(figure.bare()) + unit(figure.unit()),
            String.format(
                Locale.ROOT,
                "%.2f (%.2f..%.2f; %d)",
                ratio.median(),
                ratio.least(),
                ratio.most(),
                ratio.n()),
            figure.aim().map(BenchTable::words).orElse("")));
    if (!figure.parts().isEmpty()) {
      voice.say("               " + parts(figure.parts()));
    }
  }

  void missing(String name, String why) {
    missed = true;
    if (json) {
      voice.json(Json.object().put("figure", name).put("missing", why));
    } else {
      voice.say(String.format("%-14s not measured: %s", name, why));
    }
  }

  private static String value(Spread spread) {
    return String.format(Locale.ROOT, spread.median() < 100 ? "%.2f" : "%.0f", spread.median());
  }

  private static String unit(String unit) {
    return unit.startsWith("ms") ? " ms" : "/min";
  }

  private static String words(Aim aim) {
    String sign = aim.floor() ? "at least " : "at most ";
    String more = aim.bound().isPresent() ? ", " + aim.bound().getAsDouble() + " is enough" : "";
    return sign + aim.value() + more;
  }

  private static String parts(Map<String, Double> parts) {
    return parts.entrySet().stream()
        .map(part -> String.format(Locale.ROOT, "%s %.0f", part.getKey(), part.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static ObjectNode line(Figure figure) {
    ObjectNode line = Json.object().put("figure", figure.name()).put("of", figure.of());
    line.put("unit", figure.unit());
    line.set("ours", spread(figure.ours()));
    line.set("bare", spread(figure.bare()));
    line.set("ratio", spread(figure.ratio()));
    line.put("n", figure.ratio().n());
    figure.aim().ifPresent(aim -> line.put(aim.floor() ? "atLeast" : "atMost", aim.value()));
    figure.aim().ifPresent(aim -> aim.bound().ifPresent(b -> line.put("enough", b)));
    if (!figure.parts().isEmpty()) {
      ObjectNode parts = line.putObject("parts");
      figure.parts().forEach(parts::put);
    }
    return line;
  }

  private static ObjectNode spread(Spread spread) {
    ObjectNode json = Json.object();
    json.put("median", spread.median()).put("min", spread.least()).put("max", spread.most());
    return json;
  }
}
