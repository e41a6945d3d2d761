package dev.affiant.capture;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Missing;
import dev.affiant.evidence.Times;
import dev.affiant.seal.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes one section of a manifest: each field is told, or missing with a reason. */
final class Told {
  private final String name;
  private final ObjectNode facts = Json.object();
  private final List<Missing> missing = new ArrayList<>();

  Told(String name) {
    this.name = name;
  }

  Told fact(String field, String value) {
    facts.put(field, value);
    return this;
  }

  Told fact(String field, long value) {
    facts.put(field, value);
    return this;
  }

  Told fact(String field, boolean value) {
    facts.put(field, value);
    return this;
  }

  Told fact(String field, JsonNode value) {
    facts.set(field, value);
    return this;
  }

  Told fact(String field, Optional<String> value, String whyNot) {
    return value.isPresent() ? fact(field, value.get()) : missing(field, whyNot);
  }

  /** A page's own word: an empty one is missing, because the page states none. */
  Told stated(String field, Optional<String> value) {
    return fact(field, value.filter(v -> !v.isBlank()), "the page states none");
  }

  Told time(String field, Optional<Instant> at, String whyNot) {
    return fact(field, at.map(Times::text), whyNot);
  }

  Told missing(String field, String why) {
    facts.putNull(field);
    missing.add(new Missing("/" + name + "/" + field, why));
    return this;
  }

  Section section() {
    return new Section(name, facts, missing);
  }
}
