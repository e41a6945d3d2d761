package dev.affiant.cli;

import dev.affiant.capture.Ended;
import dev.affiant.catalogue.CaptureRow;
import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.End;
import dev.affiant.evidence.Json;
import dev.affiant.report.Harmless;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The one place that says things to people: answers, complaints, and lines about captures. */
final class Voice {
  private static final int PLACE = 60;
  private static final int REASON = 100;

  private final Streams streams;

  Voice(Streams streams) {
    this.streams = streams;
  }

  /** One line of an answer. */
  void say(String line) {
    streams.out().println(Harmless.line(line));
  }

  /** One JSON object of an answer. */
  void json(ObjectNode object) {
    streams.out().println(Harmless.json(Json.text(object)));
    streams.out().flush();
  }

  /** A complaint of at most three lines: what was wrong and where, and what to do. */
  void complain(String what, String mend) {
    streams.err().println("affiant: " + Harmless.line(what));
    if (!mend.isEmpty()) {
      streams.err().println("  " + Harmless.line(mend));
    }
  }

  /** A word beside the answer. */
  void remark(String line) {
    streams.err().println(Harmless.line(line));
  }

  /** A capture in one line: {@code #12 COMPLETE host/path 15 artifacts 1.9 MB 1.8 s}. */
  void capture(Ended ended) {
    say(
        String.format(
            Locale.ROOT,
            "#%-4d %-11s  %s%s  %s",
            ended.receipt().index(),
            ended.outcome().end(),
            Harmless.line(place(ended.urlFinal()), PLACE),
            reason(ended),
            figures(ended)));
  }

  /** A capture of the catalogue in one line. */
  void row(CaptureRow row) {
    String why =
        row.reasons().isEmpty()
            ? ""
            : ": " + Harmless.line(row.reasons().get(0).toString(), REASON);
    String took =
        row.startedAt()
            .flatMap(from -> row.endedAt().map(to -> Duration.between(from, to).toMillis() / 1e3))
            .map(s -> String.format(Locale.ROOT, "  %.1f s", s))
            .orElse("");
    say(
        String.format(
            Locale.ROOT,
            "#%-4d %-11s  %s%s%s  %d artifacts  %s%s",
            row.index(),
            row.outcome(),
            Harmless.line(place(row.urlFinal()), PLACE),
            row.lab() ? "  LAB" : "",
            why,
            row.artifacts(),
            size(row.bytes()),
            took));
  }

  private static String reason(Ended ended) {
    if (ended.outcome().end() == End.COMPLETE) {
      return "";
    }
    List<String> words =
        ended.outcome().reasons().stream().map(r -> Harmless.line(r.toString(), REASON)).toList();
    String more = words.size() > 2 ? "; and " + (words.size() - 2) + " more" : "";
    return ": " + words.stream().limit(2).collect(Collectors.joining("; ")) + more;
  }

  private static String figures(Ended ended) {
    double seconds = Duration.between(ended.startedAt(), ended.endedAt()).toMillis() / 1000.0;
    String took = String.format(Locale.ROOT, "%.1f s", seconds);
    return ended
        .manifest()
        .map(
            m ->
                m.artifacts().size()
                    + " artifacts  "
                    + size(m.artifacts().stream().mapToLong(Voice::bytes).sum())
                    + "  "
                    + took)
        .orElse(took);
  }

  private static long bytes(Artifact artifact) {
    return artifact.digest().bytes();
  }

  /** A size for people: {@code 1.9 MB}. */
  static String size(long bytes) {
    if (bytes < 1_000_000) {
      return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
    }
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
  }

  private static String place(String url) {
    return url.replaceFirst("^https?://", "");
  }
}
