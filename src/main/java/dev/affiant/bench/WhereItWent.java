package dev.affiant.bench;

import dev.affiant.capture.Ended;
import dev.affiant.evidence.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Where the time of one capture went, as its own {@code actions} tell it. The parts add up to the
 * whole.
 */
final class WhereItWent {
  private static final String OPENING = "open";
  private static final String GOING = "goTo";

  private final List<JsonNode> acts;

  private WhereItWent(byte[] actions) {
    this.acts = new String(actions, StandardCharsets.UTF_8).lines().map(Json::parse).toList();
  }

  /** The parts in ms, in the order in which they happen. */
  static Map<String, Double> of(Ended ended, byte[] actions, double millis) {
    return new WhereItWent(actions).parts(ended, millis);
  }

  private Map<String, Double> parts(Ended ended, double millis) {
    Instant opened = at(named(OPENING));
    Instant gone = end(acts.get(acts.size() - 1));
    double shots = sum("take screenshot");
    double dom = sum("take rendered") + sum("take text-boxes");
    double mhtml = sum("take mhtml");
    double context = millis(named(OPENING));
    double goTo = millis(named(GOING));
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("attempt and lane", between(ended.startedAt(), opened));
    parts.put("context and page", context);
    parts.put("goto", goTo);
    parts.put(
        "readiness and scrolling", between(opened, gone) - context - goTo - shots - dom - mhtml);
    parts.put("shots", shots);
    parts.put("DOM and words", dom);
    parts.put("MHTML", mhtml);
    parts.put("close", between(gone, ended.endedAt()));
    parts.put("WARC and other records", between(ended.endedAt(), ended.pressedAt()));
    parts.put("sealing", millis - between(ended.startedAt(), ended.pressedAt()));
    return parts;
  }

  private JsonNode named(String did) {
    return acts.stream()
        .filter(act -> act.path("did").asString().equals(did))
        .findFirst()
        .orElseThrow(() -> new NoFigure("a capture's actions have no " + did));
  }

  private double sum(String begins) {
    return acts.stream()
        .filter(act -> act.path("did").asString().startsWith(begins))
        .mapToDouble(WhereItWent::millis)
        .sum();
  }

  private static double millis(JsonNode act) {
    return act.path("ms").asDouble();
  }

  private static Instant at(JsonNode act) {
    return Instant.parse(act.path("at").asString());
  }

  private static Instant end(JsonNode act) {
    return at(act).plusMillis(act.path("ms").asLong());
  }

  private static double between(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }
}
