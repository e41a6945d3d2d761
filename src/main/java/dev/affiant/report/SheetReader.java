package dev.affiant.report;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Holding;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Missing;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Role;
import dev.affiant.report.Sheet.Fact;
import dev.affiant.report.Sheet.Group;
import dev.affiant.report.Sheet.Table;
import dev.affiant.seal.Manifest;
import dev.affiant.seal.Section;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/**
 * Makes a sheet from a capture's filing and what its holding has, whether that is a store, an
 * export or a hand-over file. Nothing is verified here.
 */
public final class SheetReader {
  private static final int LONGEST = 4000;

  private final Holding holding;

  public SheetReader(Holding holding) {
    this.holding = holding;
  }

  /** The sheet of one end. */
  public Sheet read(Reference reference) throws IOException {
    Optional<byte[]> filing = holding.bytes(reference.commit());
    if (filing.isEmpty()) {
      return unread(reference, "the filing that the entry commits to is not here");
    }
    try {
      return reference.type().equals("capture")
          ? capture(reference, Manifest.parse(filing.get()))
          : other(reference, Json.parse(filing.get()));
    } catch (IllegalArgumentException e) {
      return unread(reference, "the filing cannot be read: " + e.getMessage());
    }
  }

  private Sheet capture(Reference reference, Manifest m) throws IOException {
    Moments moments = new Moments(reference.zone());
    String url = text(m.at("/target/urlVisited"), text(m.at("/target/urlRequested"), ""));
    long bytes = m.artifacts().stream().mapToLong(a -> a.digest().bytes()).sum();
    Optional<Duration> took = took(m.at("/time/startedAt"), m.at("/time/endedAt"));
    List<Group> groups =
        List.of(
            ManifestGroups.asked(m),
            ManifestGroups.times(m, moments),
            ManifestGroups.view(m),
            ManifestGroups.response(m),
            ManifestGroups.authority(m),
            record(reference));
    String outcome = m.outcome().end().name();
    return new Sheet(
        reference.id(),
        reference.index(),
        reference.commit(),
        outcome,
        Endings.meaning(m.outcome().end()),
        text(m.at("/identity/environment"), "").equals("LAB"),
        words(m.outcome().reasons()),
        m.needsReview().stream().map(Harmless::line).toList(),
        Line.place(url, 80),
        Harmless.line(text(m.at("/target/title"), ""), 160),
        moments.brief(text(m.at("/time/endedAt"), "")),
        figures(m.artifacts().size(), bytes, took),
        Thumbnails.of(m.artifacts(), holding),
        groups,
        tables(m, reference, moments));
  }

  private static String figures(int artifacts, long bytes, Optional<Duration> took) {
    StringJoiner figures = new StringJoiner(", ");
    figures.add(Figures.count(artifacts, "artifact")).add(Figures.size(bytes));
    took.map(Figures::took).ifPresent(figures::add);
    return figures.toString();
  }

  private static Optional<Duration> took(JsonNode from, JsonNode to) {
    try {
      return Optional.of(
          Duration.between(Instant.parse(text(from, "")), Instant.parse(text(to, ""))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private List<Table> tables(Manifest m, Reference reference, Moments moments) throws IOException {
    List<Table> all = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    for (Section section : m.sections()) {
      missing.addAll(section.missing());
    }
    all.add(ManifestTables.warnings(m));
    all.add(ManifestTables.withheld(m));
    all.add(ManifestTables.redirects(m, moments));
    all.add(lines(m, Role.NETWORK, in -> LineTables.requests(in)));
    all.add(ManifestTables.artifacts(m));
    all.add(lines(m, Role.ACTIONS, in -> LineTables.actions(in, moments)));
    all.add(ManifestTables.decision(m.at("/decision/stages"), moments));
    all.add(ManifestTables.missing(missing));
    all.add(custody(reference, moments));
    return all.stream().filter(t -> !t.rows().isEmpty()).toList();
  }

  /** Reads the lines of an artifact. */
  private interface Lines {
    Table table(java.io.InputStream in) throws IOException;
  }

  private Table lines(Manifest m, Role role, Lines lines) throws IOException {
    Optional<Artifact> artifact = m.artifacts().stream().filter(a -> a.role() == role).findFirst();
    Table none = new Table("", "", List.of(), List.of(), List.of());
    if (artifact.isEmpty()) {
      return none;
    }
    Optional<java.io.InputStream> open = holding.open(artifact.get().digest().sha256());
    if (open.isEmpty()) {
      return none;
    }
    try (java.io.InputStream in = open.get()) {
      return lines.table(in);
    }
  }

  private Sheet other(Reference reference, JsonNode filing) {
    Moments moments = new Moments(reference.zone());
    boolean refused = reference.type().equals("refusal");
    String url = text(filing.at("/target"), reference.target().orElse(""));
    List<JsonNode> stages = new ArrayList<>();
    stages.add(filing.path("decision"));
    Table decision = ManifestTables.decision(refused ? array(stages) : Json.array(), moments);
    List<Fact> asked = new ArrayList<>();
    fact(asked, "Address", url, true);
    fact(asked, "Operator (asserted)", text(filing.at("/operator"), ""), false);
    fact(asked, "Closed by", text(filing.at("/closedBy"), ""), false);
    fact(asked, "Bytes dropped unjudged", number(filing.at("/droppedBytes")), false);
    String at = text(filing.at("/at"), text(filing.at("/closedAt"), ""));
    fact(asked, "When", moments.full(at), false);
    String outcome = refused ? "REFUSED" : "INTERRUPTED";
    List<Table> tables = new ArrayList<>(List.of(decision, custody(reference, moments)));
    tables.removeIf(t -> t.rows().isEmpty());
    return new Sheet(
        reference.id(),
        reference.index(),
        reference.commit(),
        outcome,
        Endings.meaning(outcome),
        filing.path("lab").asBoolean(false),
        why(filing, decision),
        List.of(),
        Line.place(url, 80),
        "",
        moments.brief(at),
        "nothing kept",
        Optional.empty(),
        List.of(new Group("What was asked", asked), record(reference)),
        tables);
  }

  private static List<String> why(JsonNode filing, Table decision) {
    List<String> why = new ArrayList<>();
    decision.rows().stream()
        .filter(row -> row.get(2).equals("refuses"))
        .forEach(row -> why.add(row.get(1) + ": " + row.get(3)));
    if (filing.path("reason").isObject()) {
      why.add(
          Harmless.line(
              text(filing.at("/reason/code"), "") + ": " + text(filing.at("/reason/detail"), ""),
              LONGEST));
    }
    if (why.isEmpty()) {
      why.add("closed by " + Harmless.line(text(filing.at("/closedBy"), "Affiant"), 100));
    }
    return why;
  }

  private static JsonNode array(List<JsonNode> elements) {
    var array = Json.array();
    elements.forEach(array::add);
    return array;
  }

  private Sheet unread(Reference reference, String why) {
    return new Sheet(
        reference.id(),
        reference.index(),
        reference.commit(),
        "UNREADABLE",
        "The entry is on the ledger; what it commits to cannot be shown.",
        false,
        List.of(Harmless.line(why, LONGEST)),
        List.of(),
        Line.place(reference.target().orElse(""), 80),
        "",
        "",
        "",
        Optional.empty(),
        List.of(record(reference)),
        List.of());
  }

  private static Group record(Reference r) {
    List<Fact> facts = new ArrayList<>();
    fact(
        facts,
        "Ledger entry",
        r.index() + " of " + r.treeSize() + " (type " + r.type() + ")",
        false);
    fact(facts, "Commit (SHA-256 of the filing)", r.commit().hex(), true);
    fact(facts, "Capture id", r.id().toString(), true);
    fact(facts, "Case", r.caseLabel(), false);
    return new Group("Where it is on record", facts);
  }

  private static Table custody(Reference reference, Moments moments) {
    List<List<String>> rows = new ArrayList<>();
    for (Reference.Custody c : reference.custody()) {
      rows.add(List.of("#" + c.index(), moments.full(c.at()), Harmless.line(c.what(), LONGEST)));
    }
    return new Table(
        "Custody since",
        "Each act is an entry of the ledger.",
        List.of("Entry", "When", "What was done"),
        List.of(),
        rows);
  }

  private static List<String> words(List<Reason> reasons) {
    return reasons.stream().map(r -> Harmless.line(r.toString(), LONGEST)).toList();
  }

  /** Adds a fact, harmless, unless there is nothing to say. */
  static void fact(List<Fact> facts, String label, String value, boolean code) {
    if (!value.isEmpty()) {
      facts.add(new Fact(label, Harmless.line(value, LONGEST), code));
    }
  }

  static String text(JsonNode node, String otherwise) {
    return node.isString() ? node.asString() : otherwise;
  }

  private static String number(JsonNode node) {
    return node.isNumber() ? Figures.size(node.asLong(0)) : "";
  }
}
