package dev.affiant.cli;

import dev.affiant.casefile.CaseFacts;
import dev.affiant.casefile.MissingFact;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The facts of a case as people give them: options first, a JSON file for the rest. */
final class Facts {
  private Facts() {}

  static CaseFacts of(CaseOptions o) {
    return new CaseFacts(
        "",
        o.purpose,
        o.purposeText,
        o.basis,
        o.basisReferences,
        o.operator,
        o.role,
        o.controller,
        o.jurisdictions,
        o.retention,
        o.zone,
        new CaseFacts.Care(o.sector, o.minimisation, o.keepUntil));
  }

  /** The same facts under a name. */
  static CaseFacts labelled(CaseFacts f, String label) {
    return new CaseFacts(
        label,
        f.purpose(),
        f.purposeText(),
        f.basis(),
        f.basisReferences(),
        f.operator(),
        f.operatorRole(),
        f.controller(),
        f.jurisdictions(),
        f.retention(),
        f.zone(),
        f.care());
  }

  /** What is given, and what the file says where nothing is. */
  static CaseFacts over(CaseFacts f, JsonNode file) {
    return new CaseFacts(
        or(f.label(), file, "label"),
        or(f.purpose(), file, "purpose"),
        or(f.purposeText(), file, "purposeText"),
        or(f.basis(), file, "basis"),
        or(f.basisReferences(), file, "basisReferences"),
        or(f.operator(), file, "operator"),
        or(f.operatorRole(), file, "operatorRole"),
        or(f.controller(), file, "controller"),
        or(f.jurisdictions(), file, "jurisdictions"),
        or(f.retention(), file, "retention"),
        or(f.zone(), file, "zone"),
        new CaseFacts.Care(
            or(f.care().sector(), file, "sector"),
            or(f.care().minimisation(), file, "minimisation"),
            or(f.care().keepUntil(), file, "keepUntil")));
  }

  /** Of facts that were typed beside a case that states its own. */
  static UsageFault stated(List<String> typed, String label) {
    String options = String.join(" ", typed);
    return new UsageFault(
        "the case " + label + " states its facts itself, and " + options + " would say otherwise",
        "leave " + options + " out; or give purpose, basis and operator, and no --case");
  }

  static UsageFault missing(CaseFacts f) {
    String options =
        f.missing().stream().map(MissingFact::toString).collect(Collectors.joining(" "));
    return new UsageFault(
        "every capture needs a purpose, a lawful basis with what it rests on, and an operator;"
            + " missing: "
            + options,
        "affiant capture --purpose own-content --basis '6(1)(f)' --operator 'A. Clerk' URL");
  }

  private static String or(String given, JsonNode file, String field) {
    return given.isBlank() ? file.path(field).asString("") : given;
  }

  private static List<String> or(List<String> given, JsonNode file, String field) {
    return given.isEmpty()
        ? file.path(field).valueStream().map(JsonNode::asString).toList()
        : given;
  }
}
