package dev.affiant.seal;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.CaptureId;
import dev.affiant.evidence.Digest;
import dev.affiant.evidence.End;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Missing;
import dev.affiant.evidence.Outcome;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Rect;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A manifest's one form as text, written and read. */
final class ManifestText {
  private static final Set<String> CORE =
      Set.of(
          "schema",
          "captureId",
          "caseId",
          "salt",
          "outcome",
          "reasons",
          "artifacts",
          "withheld",
          "needsReview",
          "missing");

  private ManifestText() {}

  static byte[] of(Manifest manifest, byte[] salt) {
    if (salt.length != 32) {
      throw new IllegalArgumentException("a salt has 32 bytes, not " + salt.length);
    }
    List<String> lines = new ArrayList<>();
    field(lines, "schema", text(Manifest.SCHEMA));
    field(lines, "captureId", text(manifest.captureId().toString()));
    field(lines, "caseId", text(manifest.caseId().toString()));
    field(lines, "salt", text(Base64.getEncoder().encodeToString(salt)));
    field(lines, "outcome", text(manifest.outcome().end().name()));
    field(lines, "reasons", Json.text(reasons(manifest.outcome().reasons())));
    manifest.sections().forEach(s -> field(lines, s.name(), Json.text(s.facts())));
    field(lines, "artifacts", list(manifest.artifacts(), ManifestText::artifact));
    field(lines, "withheld", list(manifest.withheld(), ManifestText::withheld));
    field(lines, "needsReview", Json.text(strings(manifest.needsReview())));
    List<Missing> missing =
        manifest.sections().stream().flatMap(s -> s.missing().stream()).toList();
    field(lines, "missing", list(missing, ManifestText::missing));
    return ("{" + String.join(",\n", lines) + "}\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void field(List<String> lines, String name, String value) {
    lines.add("\"" + name + "\":" + value);
  }

  private static String text(String value) {
    return Json.text(Json.array().add(value).get(0));
  }

  /** One element a line. */
  private static <T> String list(List<T> elements, Function<T, ObjectNode> form) {
    return elements.isEmpty()
        ? "[]"
        : elements.stream()
            .map(form)
            .map(Json::text)
            .collect(Collectors.joining(",\n", "[\n", "\n]"));
  }

  private static ArrayNode reasons(List<Reason> reasons) {
    ArrayNode array = Json.array();
    reasons.forEach(r -> array.addObject().put("code", r.code()).put("detail", r.detail()));
    return array;
  }

  private static ArrayNode strings(List<String> values) {
    ArrayNode array = Json.array();
    values.forEach(array::add);
    return array;
  }

  private static ObjectNode artifact(Artifact a) {
    ObjectNode line = Json.object();
    line.put("name", a.name());
    line.put("sha256", a.digest().sha256().hex());
    line.put("bytes", a.digest().bytes());
    line.put("role", a.role().word());
    a.label().ifPresent(label -> line.put("label", label));
    line.put("mediaType", a.mediaType());
    line.put("createdBy", a.createdBy());
    line.set("derivedFrom", strings(a.derivedFrom()));
    a.frame().ifPresent(frame -> line.put("frame", frame));
    a.rect().ifPresent(r -> line.set("rect", rect(r)));
    a.scale().ifPresent(scale -> line.put("scale", scale));
    return line;
  }

  private static ObjectNode rect(Rect r) {
    return Json.object()
        .put("x", r.x())
        .put("y", r.y())
        .put("width", r.width())
        .put("height", r.height());
  }

  /** Role first: a line that begins with a name is an artifact that is kept. */
  private static ObjectNode withheld(Withheld w) {
    return Json.object()
        .put("role", w.role().word())
        .put("name", w.name())
        .put("sha256", w.digest().sha256().hex())
        .put("bytes", w.digest().bytes())
        .put("rule", w.rule());
  }

  private static ObjectNode missing(Missing m) {
    return Json.object().put("at", m.at()).put("why", m.why());
  }

  static Manifest parse(byte[] bytes) {
    JsonNode root = Json.parse(bytes);
    if (!root.path("schema").asString("").equals(Manifest.SCHEMA)) {
      throw new IllegalArgumentException("not " + Manifest.SCHEMA);
    }
    List<Reason> reasons =
        each(root, "reasons", r -> new Reason(string(r, "code"), string(r, "detail")));
    Manifest manifest =
        new Manifest(
            CaptureId.parse(string(root, "captureId")),
            UUID.fromString(string(root, "caseId")),
            new Outcome(End.valueOf(string(root, "outcome")), reasons),
            each(root, "artifacts", ManifestText::artifact),
            each(root, "withheld", ManifestText::withheld),
            each(root, "needsReview", n -> n.asString("")),
            sections(root));
    byte[] salt = Base64.getDecoder().decode(string(root, "salt"));
    if (!Arrays.equals(of(manifest, salt), bytes)) {
      throw new IllegalArgumentException("malformed manifest: not in its only form");
    }
    return manifest;
  }

  private static List<Section> sections(JsonNode root) {
    List<Missing> missing =
        each(root, "missing", m -> new Missing(string(m, "at"), string(m, "why")));
    List<Section> sections = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (!CORE.contains(field.getKey()) && field.getValue() instanceof ObjectNode facts) {
        String prefix = "/" + field.getKey() + "/";
        List<Missing> own = missing.stream().filter(m -> m.at().startsWith(prefix)).toList();
        sections.add(new Section(field.getKey(), facts, own));
      }
    }
    return sections;
  }

  private static Artifact artifact(JsonNode line) {
    return new Artifact(
        string(line, "name"),
        Role.of(string(line, "role")),
        optional(line, "label"),
        string(line, "mediaType"),
        digest(line),
        string(line, "createdBy"),
        each(line, "derivedFrom", n -> n.asString("")),
        optional(line, "frame"),
        Optional.of(line.path("rect")).filter(JsonNode::isObject).map(ManifestText::rect),
        line.path("scale").isNumber()
            ? OptionalDouble.of(line.path("scale").asDouble())
            : OptionalDouble.empty());
  }

  private static Rect rect(JsonNode r) {
    return new Rect(
        r.path("x").asDouble(0),
        r.path("y").asDouble(0),
        r.path("width").asDouble(0),
        r.path("height").asDouble(0));
  }

  private static Withheld withheld(JsonNode line) {
    return new Withheld(
        string(line, "name"), Role.of(string(line, "role")), digest(line), string(line, "rule"));
  }

  private static Digest digest(JsonNode line) {
    return new Digest(new Sha256(string(line, "sha256")), line.path("bytes").asLong(-1));
  }

  private static Optional<String> optional(JsonNode in, String field) {
    return Optional.of(in.path(field)).filter(JsonNode::isString).map(JsonNode::asString);
  }

  private static String string(JsonNode in, String field) {
    return optional(in, field)
        .orElseThrow(() -> new IllegalArgumentException("malformed manifest: no " + field));
  }

  private static <T> List<T> each(JsonNode in, String field, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    in.path(field).forEach(element -> all.add(read.apply(element)));
    return all;
  }
}
