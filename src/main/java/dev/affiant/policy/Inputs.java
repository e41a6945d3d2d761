package dev.affiant.policy;

import dev.affiant.evidence.Json;
import dev.affiant.evidence.Sha256;
import dev.affiant.evidence.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that a decision is made of, gathered before any rule is asked: facts by name. What is known
 * to be nothing is null; a fact that is not there is not known, and a rule that needs it refuses.
 *
 * <pre>{"case.closed":false,"host":"x.com","subject":null,"terms":{"position":"needs-authority"}}
 * </pre>
 *
 * Its canonical form is JSON with the fields of every object in the order of their names, UTF-8,
 * without spaces, numbers whole. Immutable; any thread may read, unless it is watched.
 */
public final class Inputs {
  /** No facts. */
  public static final Inputs NONE = new Inputs(new TreeMap<>());

  private final SortedMap<String, JsonNode> facts;
  private final Consumer<String> asked;

  private Inputs(SortedMap<String, JsonNode> facts) {
    this(facts, name -> {});
  }

  private Inputs(SortedMap<String, JsonNode> facts, Consumer<String> asked) {
    this.facts = Collections.unmodifiableSortedMap(facts);
    this.asked = asked;
  }

  /** The same facts, telling the name of each that is asked for. */
  Inputs watched(Consumer<String> watcher) {
    return new Inputs(new TreeMap<>(facts), watcher);
  }

  /** A fact that a rule needs is not there, or is of another kind than it can be. */
  static final class Unknown extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Unknown(String what) {
      super(what);
    }
  }

  /** The facts that this object's fields are. */
  public static Inputs of(JsonNode object) {
    Draft draft = NONE.draft();
    object.properties().forEach(e -> draft.put(e.getKey(), e.getValue()));
    return draft.done();
  }

  /** These facts, to be added to. */
  public Draft draft() {
    return new Draft(new TreeMap<>(facts));
  }

  /** The names of all facts, in order. */
  public List<String> names() {
    return List.copyOf(facts.keySet());
  }

  /** The same without this fact. */
  public Inputs without(String name) {
    SortedMap<String, JsonNode> rest = new TreeMap<>(facts);
    rest.remove(name);
    return new Inputs(rest);
  }

  /** What is here and not, or otherwise, in those. */
  public Inputs beyond(Inputs those) {
    SortedMap<String, JsonNode> own = new TreeMap<>(facts);
    own.entrySet().removeIf(e -> e.getValue().equals(those.facts.get(e.getKey())));
    return new Inputs(own);
  }

  /** The canonical form. */
  public ObjectNode json() {
    ObjectNode all = Json.object();
    facts.forEach(all::set);
    return all;
  }

  /** The SHA-256 of the canonical form's bytes. */
  public Sha256 hash() {
    return Sha256.of(Json.bytes(json()));
  }

  /** The fact, null node included. */
  public JsonNode fact(String name) {
    asked.accept(name);
    JsonNode fact = facts.get(name);
    if (fact == null) {
      throw new Unknown(name + " is not known");
    }
    return fact;
  }

  /** A fact that is an object; empty if it is known to be nothing. */
  public Optional<Inputs> group(String name) {
    JsonNode fact = fact(name);
    if (fact.isNull()) {
      return Optional.empty();
    }
    return Optional.of(of(kind(name, fact, fact.isObject())));
  }

  /** A fact that is a list of objects. */
  public List<Inputs> groups(String name) {
    JsonNode fact = fact(name);
    List<Inputs> all = new ArrayList<>();
    kind(name, fact, fact.isArray()).forEach(one -> all.add(of(kind(name, one, one.isObject()))));
    return all;
  }

  public String text(String name) {
    JsonNode fact = fact(name);
    return kind(name, fact, fact.isString()).asString();
  }

  /** A text; empty if it is known that there is none. */
  public Optional<String> textIfAny(String name) {
    return fact(name).isNull() ? Optional.empty() : Optional.of(text(name));
  }

  public boolean flag(String name) {
    JsonNode fact = fact(name);
    return kind(name, fact, fact.isBoolean()).asBoolean();
  }

  public long number(String name) {
    JsonNode fact = fact(name);
    return kind(name, fact, fact.isIntegralNumber()).asLong();
  }

  public List<String> texts(String name) {
    JsonNode fact = fact(name);
    List<String> all = new ArrayList<>();
    kind(name, fact, fact.isArray())
        .forEach(one -> all.add(kind(name, one, one.isString()).asString()));
    return all;
  }

  public Instant time(String name) {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(name + " is no time", e);
    }
  }

  /** A time; empty if it is known that there is none. */
  public Optional<Instant> timeIfAny(String name) {
    return fact(name).isNull() ? Optional.empty() : Optional.of(time(name));
  }

  private static JsonNode kind(String name, JsonNode fact, boolean right) {
    if (!right) {
      throw new Unknown(name + " is not of the kind that it must be");
    }
    return fact;
  }

  private static JsonNode sorted(JsonNode value) {
    if (value.isArray()) {
      ArrayNode list = Json.array();
      value.forEach(one -> list.add(sorted(one)));
      return list;
    }
    if (!value.isObject()) {
      return value.isInt() ? Json.object().numberNode(value.asLong()) : value;
    }
    TreeMap<String, JsonNode> fields = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      fields.put(field.getKey(), sorted(field.getValue()));
    }
    ObjectNode object = Json.object();
    fields.forEach(object::set);
    return object;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Inputs that && facts.equals(that.facts);
  }

  @Override
  public int hashCode() {
    return facts.hashCode();
  }

  @Override
  public String toString() {
    return Json.text(json());
  }

  /** Facts that are being gathered; not for several threads. */
  public static final class Draft {
    private final SortedMap<String, JsonNode> facts;

    private Draft(SortedMap<String, JsonNode> facts) {
      this.facts = facts;
    }

    public Draft put(String name, JsonNode value) {
      facts.put(name, sorted(value));
      return this;
    }

    public Draft put(String name, String value) {
      return put(name, Json.object().stringNode(value));
    }

    public Draft put(String name, boolean value) {
      return put(name, Json.object().booleanNode(value));
    }

    public Draft put(String name, long value) {
      return put(name, Json.object().numberNode(value));
    }

    public Draft put(String name, Instant value) {
      return put(name, Times.text(value));
    }

    public Draft put(String name, Optional<String> value) {
      return value.isPresent() ? put(name, value.get()) : nothing(name);
    }

    public Draft put(String name, Iterable<String> values) {
      ArrayNode list = Json.array();
      values.forEach(list::add);
      return put(name, list);
    }

    /** It is known that there is none. */
    public Draft nothing(String name) {
      return put(name, Json.object().nullNode());
    }

    /** What was gathered until now. */
    public Inputs done() {
      return new Inputs(new TreeMap<>(facts));
    }
  }
}
