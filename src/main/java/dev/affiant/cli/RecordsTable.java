package dev.affiant.cli;

import dev.affiant.report.Harmless;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of what records say, told as lines, as CSV or as JSON. What a page wrote is in every cell.
 */
final class RecordsTable {
  private final List<String> columns;
  private final List<Row> rows = new ArrayList<>();

  RecordsTable(String... columns) {
    this.columns = List.of(columns);
  }

  /** One row: a line for people, cells under the columns, and the whole of it. */
  private record Row(String line, List<String> cells, ObjectNode json) {
    boolean names(String what) {
      return line.toLowerCase(Locale.ROOT).contains(what)
          || cells.stream().anyMatch(c -> c.toLowerCase(Locale.ROOT).contains(what));
    }
  }

  void add(String line, List<String> cells, ObjectNode json) {
    rows.add(new Row(line, cells, json));
  }

  /** Tells those that name what is asked about. */
  void tell(Voice voice, Streams streams, StoreOptions where, RecordsOptions which) {
    String about = which.about.toLowerCase(Locale.ROOT);
    List<Row> told = rows.stream().filter(r -> about.isEmpty() || r.names(about)).toList();
    if (which.csv) {
      csv(streams, columns);
      told.forEach(r -> csv(streams, r.cells()));
    } else if (where.json) {
      told.forEach(r -> voice.json(r.json()));
    } else {
      told.forEach(r -> voice.say(r.line()));
      if (told.isEmpty()) {
        voice.say("Nothing is on record.");
      }
    }
  }

  static void csv(Streams streams, List<String> cells) {
    streams
        .out()
        .print(cells.stream().map(Harmless::csv).collect(Collectors.joining(",")) + "\r\n");
    streams.out().flush();
  }
}
