package dev.affiant.capture;

import dev.affiant.evidence.Json;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Inputs;
import dev.affiant.policy.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The decisions of a capture with all that they were made of, so that they can be made again.
 *
 * <pre>{"schema":"affiant-decision/v1","stages":[{"stage":"PLAN","effect":"PERMIT","at":"…",
 * "inputsSha256":"9c1e…","grounds":[{"rule":"TOS-1",…}],"inputs":{"host":"example.org",…}},
 * {"stage":"ADMIT",…,"inputs":{"robots":{…}}}]}</pre>
 *
 * A stage's inputs are those of PLAN, then those of ADMIT, then its own: each lists what it adds.
 */
public final class DecisionRecord {
  private DecisionRecord() {}

  /**
   * One decision as it was sealed.
   *
   * @param stated the sealed stage: effect, grounds, conditions, hash of the inputs
   */
  public record Sealed(Stage stage, Inputs inputs, JsonNode stated) {}

  static ObjectNode of(List<Decision> decisions) {
    ObjectNode all = Json.object();
    all.put("schema", "affiant-decision/v1");
    ArrayNode stages = all.putArray("stages");
    Inputs known = Inputs.NONE;
    for (Decision d : decisions) {
      ObjectNode one = Sections.json(d);
      one.set("inputs", d.inputs().beyond(known).json());
      stages.add(one);
      known = carries(d.stage()) ? d.inputs() : known;
    }
    return all;
  }

  /** One decision as it is sealed, without its inputs: effect, grounds, hash of the inputs. */
  public static ObjectNode stated(Decision decision) {
    return Sections.json(decision);
  }

  /** The record of an order that was refused before any byte was sent, from its filing. */
  public static byte[] ofRefusal(JsonNode filing) {
    ObjectNode all = Json.object();
    all.put("schema", "affiant-decision/v1");
    ObjectNode stage = all.putArray("stages").addObject();
    filing.path("decision").properties().forEach(e -> stage.set(e.getKey(), e.getValue()));
    if (filing.path("inputs").isObject()) {
      stage.set("inputs", filing.path("inputs"));
    }
    return Json.bytes(all);
  }

  /**
   * Reads what was sealed.
   *
   * @throws IllegalArgumentException if it is no such record, or one of an earlier form without
   *     inputs
   */
  public static List<Sealed> read(byte[] bytes) {
    JsonNode all = Json.parse(bytes);
    if (!all.path("schema").asString("").equals("affiant-decision/v1")) {
      throw new IllegalArgumentException("it is no record of decisions");
    }
    List<Sealed> sealed = new ArrayList<>();
    Map<String, JsonNode> known = new TreeMap<>();
    for (JsonNode stated : all.path("stages")) {
      if (!stated.path("inputs").isObject()) {
        throw new IllegalArgumentException("its inputs were not sealed");
      }
      Map<String, JsonNode> facts = new TreeMap<>(known);
      stated.path("inputs").properties().forEach(e -> facts.put(e.getKey(), e.getValue()));
      ObjectNode object = Json.object();
      facts.forEach(object::set);
      Stage stage = Stage.valueOf(stated.path("stage").asString(""));
      sealed.add(new Sealed(stage, Inputs.of(object), stated));
      if (carries(stage)) {
        known.putAll(facts);
      }
    }
    return List.copyOf(sealed);
  }

  private static boolean carries(Stage stage) {
    return stage == Stage.PLAN || stage == Stage.ADMIT;
  }
}
