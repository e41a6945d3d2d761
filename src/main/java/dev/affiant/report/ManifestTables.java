package dev.affiant.report;

import static dev.affiant.report.SheetReader.text;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Missing;
import dev.affiant.evidence.Rect;
import dev.affiant.report.Sheet.Table;
import dev.affiant.seal.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The lists of a sheet that come from a manifest. */
final class ManifestTables {
  private static final int LONGEST = 4000;

  private ManifestTables() {}

  static Table warnings(Manifest m) {
    List<List<String>> rows = new ArrayList<>();
    m.at("/checks/warnings")
        .forEach(w -> rows.add(row(text(w.path("code"), ""), text(w.path("detail"), ""))));
    return new Table(
        "Warnings",
        "Seen, and without effect on the outcome.",
        List.of("What", "Where"),
        List.of(0),
        rows);
  }

  static Table withheld(Manifest m) {
    List<List<String>> rows =
        m.withheld().stream()
            .map(
                w ->
                    row(
                        w.name(),
                        w.rule(),
                        Figures.size(w.digest().bytes()),
                        w.digest().sha256().hex()))
            .toList();
    return new Table(
        "Withheld",
        "Made, and by a rule of policy not kept: what it was, without its bytes.",
        List.of("Artifact", "Rule", "Size", "SHA-256"),
        List.of(0, 3),
        rows);
  }

  static Table redirects(Manifest m, Moments moments) {
    List<List<String>> rows = new ArrayList<>();
    m.at("/target/redirects")
        .forEach(
            hop ->
                rows.add(
                    row(
                        moments.brief(text(hop.path("at"), "")),
                        Integer.toString(hop.path("status").asInt(0)),
                        text(hop.path("url"), ""),
                        text(hop.path("location"), ""))));
    return new Table(
        "Redirects",
        "Each hop was put to policy before it was followed.",
        List.of("When", "Status", "From", "To, as the server said"),
        List.of(2, 3),
        rows);
  }

  static Table artifacts(Manifest m) {
    List<List<String>> rows = m.artifacts().stream().map(ManifestTables::artifact).toList();
    return new Table(
        "Artifacts",
        "The bytes that were kept. Their SHA-256 is in the manifest, whose own SHA-256 is the"
            + " commit in the ledger.",
        List.of("Name", "What it shows", "Size", "SHA-256", "Made by"),
        List.of(0, 3),
        rows);
  }

  private static List<String> artifact(Artifact a) {
    List<String> shows = new ArrayList<>();
    a.label().ifPresent(shows::add);
    a.rect().ifPresent(r -> shows.add(rect(r)));
    a.frame().ifPresent(frame -> shows.add("frame " + frame));
    if (!a.derivedFrom().isEmpty()) {
      shows.add("from " + String.join(", ", a.derivedFrom()));
    }
    return row(
        a.name(),
        String.join("; ", shows),
        Figures.size(a.digest().bytes()).replace(' ', '\u00a0'),
        a.digest().sha256().hex(),
        a.createdBy());
  }

  private static String rect(Rect r) {
    return String.format(
        Locale.ROOT, "%.0f × %.0f px at %.0f, %.0f", r.width(), r.height(), r.x(), r.y());
  }

  /** Stage by stage; what permits and what refuses, on which rule. */
  static Table decision(JsonNode stages, Moments moments) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode stage : stages) {
      String when = stageWords(text(stage.path("stage"), ""));
      if (stage.path("grounds").isEmpty() && stage.has("effect")) {
        rows.add(row(when, "", effect(stage), "", ""));
      }
      for (JsonNode ground : stage.path("grounds")) {
        rows.add(
            row(
                when,
                text(ground.path("rule"), ""),
                effect(ground),
                text(ground.path("why"), ""),
                text(ground.path("remedy"), "")));
      }
    }
    return new Table(
        "Decision",
        "What policy said, in the order in which it was asked.",
        List.of("When", "Rule", "Says", "Because", "What would change it"),
        List.of(1),
        rows);
  }

  private static String effect(JsonNode of) {
    return switch (text(of.path("effect"), "")) {
      case "PERMIT" -> "permits";
      case "PERMIT_WITH_CONDITIONS" -> "permits with conditions";
      case "REFUSE" -> "refuses";
      default -> text(of.path("effect"), "");
    };
  }

  private static String stageWords(String stage) {
    return switch (stage) {
      case "PLAN" -> "before any byte was sent";
      case "ADMIT" -> "before the visit";
      case "HOP" -> "before a request left";
      case "LOADED" -> "after loading";
      case "KEEP" -> "before keeping";
      case "DISCLOSE" -> "before disclosure";
      default -> stage;
    };
  }

  static Table missing(List<Missing> missing) {
    List<List<String>> rows = missing.stream().map(one -> row(one.at(), one.why())).toList();
    return new Table(
        "Not known, and why",
        "Facts that the manifest has no value for.",
        List.of("Fact", "Why"),
        List.of(0),
        rows);
  }

  /** A row of harmless cells. */
  static List<String> row(String... cells) {
    return List.of(cells).stream().map(cell -> Harmless.line(cell, LONGEST)).toList();
  }
}
