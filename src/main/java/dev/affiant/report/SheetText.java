package dev.affiant.report;

import dev.affiant.report.Sheet.Fact;
import dev.affiant.report.Sheet.Group;
import dev.affiant.report.Sheet.Table;
import java.util.List;

/** A sheet as text for a terminal: the same facts as the page has. */
public final class SheetText {
  private static final int LABEL = 34;

  private SheetText() {}

  /** The text, with a line feed at its end. */
  public static String of(Sheet sheet) {
    StringBuilder out = new StringBuilder();
    out.append('#').append(sheet.index()).append("  ").append(sheet.outcome()).append("  ");
    out.append(sheet.place()).append(sheet.lab() ? "  LAB\n" : "\n");
    line(out, sheet.meaning());
    sheet.reasons().forEach(reason -> line(out, "- " + reason));
    sheet.needsReview().forEach(code -> line(out, "- a person should look: " + code));
    sheet.groups().forEach(group -> group(out, group));
    sheet.tables().forEach(table -> table(out, table));
    out.append("\nWhat this does not prove\n");
    Page.LIMITS.forEach(limit -> line(out, "- " + limit));
    return out.toString();
  }

  private static void group(StringBuilder out, Group group) {
    if (!group.facts().isEmpty()) {
      out.append('\n').append(group.title()).append('\n');
      for (Fact fact : group.facts()) {
        line(out, Columns.pad(fact.label(), LABEL) + "  " + fact.value());
      }
    }
  }

  private static void table(StringBuilder out, Table table) {
    out.append('\n').append(table.title()).append(" (").append(table.rows().size()).append(")\n");
    for (List<String> row : table.rows()) {
      line(out, String.join("  ", row.stream().filter(cell -> !cell.isEmpty()).toList()));
    }
  }

  private static void line(StringBuilder out, String text) {
    if (!text.isEmpty()) {
      out.append("  ").append(text).append('\n');
    }
  }
}
