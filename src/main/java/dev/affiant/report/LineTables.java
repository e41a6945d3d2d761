package dev.affiant.report;

import static dev.affiant.report.ManifestTables.row;
import static dev.affiant.report.SheetReader.text;

import dev.affiant.evidence.Json;
import dev.affiant.report.Sheet.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The lists of a sheet that come from artifacts with a JSON object a line, read as a stream. */
final class LineTables {
  private static final int MOST = 200;
  private static final Set<String> FINE = Set.of("accounted", "");

  private LineTables() {}

  /** The requests that have an effect on the outcome, or that make a warning. */
  static Table requests(InputStream in) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    each(
        in,
        line -> {
          if (text(line.path("type"), "").equals("request")
              && !FINE.contains(text(line.path("effect"), ""))) {
            rows.add(request(line));
          }
        });
    return new Table(
        "Requests that failed or were blocked",
        "Every other request of the page ended as it should; all of them are in the network"
            + " artifact."
            + cut(rows),
        List.of("Kind", "Address", "End", "Why", "Counts as"),
        List.of(1),
        some(rows));
  }

  private static List<String> request(JsonNode line) {
    int status = line.at("/answer/status").asInt(0);
    String failure = text(line.path("failure"), "");
    String end = text(line.path("ending"), "");
    return row(
        text(line.path("kind"), ""),
        text(line.path("url"), ""),
        status > 0 ? end + ", status " + status : end,
        text(line.path("reason"), failure),
        text(line.path("effect"), ""));
  }

  /** Everything that we did to the page. */
  static Table actions(InputStream in, Moments moments) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    each(
        in,
        line -> {
          if (line.has("did")) {
            rows.add(
                row(
                    moments.brief(text(line.path("at"), "")),
                    text(line.path("did"), ""),
                    Columns.ends(Json.text(line.path("with")), 200),
                    line.path("ms").asLong(0) + " ms",
                    text(line.path("result"), "")));
          }
        });
    return new Table(
        "What was done to the page",
        "Every call that Affiant made; scripts by the SHA-256 of their source." + cut(rows),
        List.of("When", "What", "With", "Took", "Result"),
        List.of(1, 2),
        some(rows));
  }

  private static String cut(List<List<String>> rows) {
    return rows.size() > MOST ? " The first " + MOST + " of " + rows.size() + " are shown." : "";
  }

  private static List<List<String>> some(List<List<String>> rows) {
    return rows.size() > MOST ? rows.subList(0, MOST) : rows;
  }

  private static void each(InputStream in, Consumer<JsonNode> reader) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        try {
          reader.accept(Json.parse(line));
        } catch (IllegalArgumentException e) {
          return; // a damaged artifact: verify names it; what came before it is shown
        }
      }
    }
  }
}
