package dev.affiant.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report: one page of HTML that holds everything it shows. No scripts, nothing loaded from
 * elsewhere; pictures are inside.
 *
 * @param title as in {@code smith-v-jones}
 * @param made when, in words
 * @param ledger the ledger's name, size and root, in words
 * @param faults what verification found against the evidence when the page was made, in words
 */
public record Page(
    String title, String made, String ledger, List<String> faults, List<Sheet> sheets) {

  /** What no report can show; said on every one. */
  static final List<String> LIMITS =
      List.of(
          "That what the page says is true, or who wrote it.",
          "That other people, elsewhere or at another time, were shown the same page.",
          "That the server was the one that its name suggests, beyond the certificate that is"
              + " recorded: TLS proves nothing to third parties afterwards.",
          "The time by an outside clock, unless a timestamp of an outside authority covers the"
              + " ledger: the times above are this machine's.",
          "That the ledger was not replaced as a whole, unless somebody outside kept a checkpoint"
              + " of it.");

  public Page {
    title = Harmless.line(title, 200);
    made = Harmless.line(made, 200);
    ledger = Harmless.line(ledger, 400);
    faults = faults.stream().map(f -> Harmless.line(f, 400)).toList();
    sheets = List.copyOf(sheets);
  }

  /** The HTML. */
  @SuppressWarnings("NullAway") // in JTE's generated code null means that no interceptor is set
  public String html() {
    StringOutput out = new StringOutput(64 << 10);
    JtereportGenerated.render(new OwaspHtmlTemplateOutput(out), null, this);
    return out.toString();
  }

  List<String> limits() {
    return LIMITS;
  }

  /** Whether anything in it was captured in lab mode. */
  boolean lab() {
    return sheets.stream().anyMatch(Sheet::lab);
  }

  /** {@code 3 captures: 2 COMPLETE, 1 REFUSED}. */
  String summary() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    sheets.forEach(s -> counts.merge(s.outcome(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach((outcome, n) -> parts.add(n + " " + outcome));
    return Figures.count(sheets.size(), "order") + ": " + String.join(", ", parts);
  }
}
