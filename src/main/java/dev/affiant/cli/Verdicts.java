package dev.affiant.cli;

import dev.affiant.evidence.Json;
import dev.affiant.verify.Finding;
import dev.affiant.verify.Report;
import dev.affiant.verify.Trust;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Tells what verification found. */
final class Verdicts {
  private static final int SHOWN = 50;

  /** Every capture lacks it alike; one line says so of all. */
  private static final String UNTIMED = "time-unproven";

  private Verdicts() {}

  /** Faults first, then the verdict in one line, then what is good to know, a line a kind. */
  static void tell(Voice voice, Report report, Trust trust) {
    List<Finding> faults = report.findings().stream().filter(Finding::fault).toList();
    List<Finding> untimed = faults.stream().filter(f -> f.code().equals(UNTIMED)).toList();
    List<Finding> others = faults.stream().filter(f -> !f.code().equals(UNTIMED)).toList();
    others.stream().limit(SHOWN).forEach(f -> voice.say("  " + f + mend(f)));
    untimed.stream().limit(1).forEach(f -> voice.say("  " + f + more(untimed) + mend(f)));
    int more = others.size() - SHOWN;
    if (more > 0) {
      voice.say("  … and " + more + " more; --json lists all");
    }
    String time = trust.requireTime() ? "" : "; time not proven by an outside clock";
    voice.say(
        String.format(
            Locale.ROOT,
            "%s: %d entries, %d captures, %d objects, %s%s",
            report.verdict().word(),
            report.entries(),
            report.captures(),
            report.objects(),
            Voice.size(report.bytes()),
            time));
    notes(report).values().forEach(of -> note(voice, of));
  }

  /** The verdict's line has said how time stands. */
  private static Map<String, List<Finding>> notes(Report report) {
    return report.findings().stream()
        .filter(f -> !f.fault() && !f.code().equals("time-not-asked"))
        .collect(Collectors.groupingBy(Finding::code, LinkedHashMap::new, Collectors.toList()));
  }

  private static void note(Voice voice, List<Finding> alike) {
    Finding first = alike.get(0);
    voice.say("  note: " + first.what() + ": " + first.where() + more(alike) + mend(first));
  }

  private static String more(List<Finding> alike) {
    return alike.size() > 1 ? "; and " + (alike.size() - 1) + " more such" : "";
  }

  private static String mend(Finding f) {
    return f.mend().isEmpty() ? "" : "; " + f.mend();
  }

  static ObjectNode json(Report report) {
    ObjectNode json = Json.object();
    json.put("schemaVersion", 1);
    json.put("verdict", report.verdict().word());
    json.put("entries", report.entries());
    json.put("captures", report.captures());
    json.put("objects", report.objects());
    json.put("bytes", report.bytes());
    for (Finding f : report.findings()) {
      ObjectNode one = json.withArray("findings").addObject();
      one.put("verdict", f.verdict().word());
      one.put("code", f.code());
      one.put("what", f.what());
      one.put("where", f.where());
      one.put("mend", f.mend());
    }
    return json;
  }
}
