package dev.affiant.cli;

import dev.affiant.casefile.Authority;
import dev.affiant.casefile.Case;
import dev.affiant.casefile.Dossier;
import dev.affiant.casefile.Hold;
import dev.affiant.casefile.Restriction;
import dev.affiant.casefile.RuleOverride;
import dev.affiant.casefile.Scope;
import dev.affiant.casefile.Signed;
import dev.affiant.catalogue.ActRow;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A case as people read it: facts, authorities, holds, captures, and what was done with them. */
final class CaseSheet {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.ENGLISH);

  private final Dossier dossier;
  private final Instant now;
  private final List<String> lines = new ArrayList<>();

  CaseSheet(Dossier dossier, Instant now) {
    this.dossier = dossier;
    this.now = now;
  }

  /**
   * All lines.
   *
   * @param outcomes how many captures ended in each way
   * @param custody what was done, oldest first
   */
  List<String> lines(Map<String, Long> outcomes, List<ActRow> custody) {
    facts();
    part(
        "Authorities",
        dossier.authorities().stream()
            .map(a -> standing(a, now) + "  " + line(a, file()))
            .toList());
    part("Holds", dossier.holds().stream().map(CaseSheet::line).toList());
    part("Restrictions", dossier.restrictions().stream().map(CaseSheet::line).toList());
    part("Overrides", dossier.overrides().stream().map(o -> line(o, file())).toList());
    part(
        "Captures",
        outcomes.entrySet().stream()
            .map(e -> String.format(Locale.ROOT, "%5d  %s", e.getValue(), e.getKey()))
            .toList());
    part("Custody", custody.stream().map(this::line).toList());
    return List.copyOf(lines);
  }

  private Case file() {
    return dossier.file();
  }

  private void facts() {
    Case c = file();
    lines.add("Case " + c.label() + "  " + c.id());
    fact("Opened", moment(c.openedAt()));
    c.closed().ifPresent(act -> fact("Closed", moment(act.at()) + " by " + who(act)));
    fact("Purpose", c.purpose() + ": " + c.purposeText());
    fact("Lawful basis", c.lawfulBasis() + rests(c.basisReferences()));
    fact("Controller", c.controller());
    fact("Operator", c.operator() + " (" + c.operatorRole() + ")");
    fact("Sector", c.handling().sector());
    fact("Jurisdictions", String.join(", ", c.jurisdictions()));
    fact(
        "Kept",
        c.retention() + c.handling().keepUntil().map(d -> ", at the latest " + d).orElse(""));
    fact("Minimisation", c.handling().minimisation());
    fact("Times", c.zone());
  }

  private static String rests(List<String> references) {
    return references.isEmpty() ? "" : ", on " + String.join("; ", references);
  }

  private void fact(String name, String words) {
    lines.add(String.format(Locale.ROOT, "  %-14s %s", name, words));
  }

  private void part(String name, List<String> each) {
    lines.add("");
    lines.add(each.isEmpty() ? name + ": none" : name);
    each.forEach(line -> lines.add("  " + line));
  }

  private String moment(Instant at) {
    return moment(at, file());
  }

  private static String moment(Instant at, Case file) {
    return LOCAL.format(at.atZone(ZoneId.of(file.zone()))) + " (" + Times.text(at) + ")";
  }

  /** How an authority stands now, in a word of one width. */
  static String standing(Authority a, Instant now) {
    if (a.revokedAt().isPresent()) {
      return "revoked";
    }
    return a.holdsAt(now) ? "holds  " : now.isBefore(a.from()) ? "to come" : "expired";
  }

  static String line(Authority a, Case file) {
    ZoneId zone = ZoneId.of(file.zone());
    return a.reference()
        + ", "
        + a.type().label()
        + (a.issuer().isEmpty() ? "" : ", by " + a.issuer())
        + "; covers "
        + covers(a.scope())
        + "; "
        + a.from().atZone(zone).toLocalDate()
        + " to "
        + a.until().minusNanos(1).atZone(zone).toLocalDate()
        + a.document()
            .map(d -> "; document " + d.brief() + "…" + (a.documentKept() ? ", kept" : ""))
            .orElse("; no document");
  }

  private static String covers(Scope scope) {
    return Stream.concat(scope.hosts().stream(), scope.subjects().stream())
        .collect(Collectors.joining(", "));
  }

  static String line(Hold h) {
    String what =
        h.captures().isEmpty() ? "the whole case" : h.captures().size() + " of its captures";
    return (h.holds() ? "holds   " : "lifted  ")
        + h.reference()
        + ", "
        + what
        + ", by "
        + who(h.placed())
        + "; review on "
        + h.reviewOn();
  }

  private static String line(Restriction r) {
    return (r.holds() ? "stands  " : "lifted  ") + r.capture().tail() + ", by " + who(r.placed());
  }

  static String line(RuleOverride o, Case file) {
    return o.rule()
        + " for "
        + covers(o.scope())
        + ", granted by "
        + who(o.granted())
        + ", asked for by "
        + o.requestedBy()
        + ", until "
        + moment(o.until(), file);
  }

  private static String who(Signed act) {
    return act.by() + (act.reason().isEmpty() ? "" : ": " + act.reason());
  }

  private String line(ActRow act) {
    JsonNode d = Json.parse(act.document());
    String by = d.path("by").asString("");
    String reason = d.path("reason").asString("");
    return String.format(
        Locale.ROOT,
        "#%-4d %-9s %s%s%s",
        act.index(),
        act.type(),
        act.at().map(this::moment).orElse("at an unknown time"),
        by.isEmpty() ? "" : "  " + by,
        reason.isEmpty() ? "" : ": " + reason);
  }
}
