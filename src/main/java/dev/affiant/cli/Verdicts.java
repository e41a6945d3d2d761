package dev.affiant.cli;

import dev.affiant.evidence.Json;
import dev.affiant.verify.Finding;
import dev.affiant.verify.Report;
import dev.affiant.verify.Trust;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Tells what verification found. */
final class Verdicts {
  private static final int SHOWN = 50;

  private Verdicts() {}

  static void tell(Voice voice, Report report, Trust trust) {
    report.findings().stream().limit(SHOWN).forEach(f -> tell(voice, f));
    int more = report.findings().size() - SHOWN;
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
  }

  private static void tell(Voice voice, Finding f) {
    voice.say("  " + f + (f.mend().isEmpty() ? "" : "; " + f.mend()));
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
