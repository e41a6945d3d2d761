package dev.affiant.engine.cdp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.affiant.engine.BrowserFailure;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One frame's isolated world: our scripts see the frame's nodes there, and the page's scripts see
 * nothing of ours.
 *
 * <p>Calls go to an object of that world, not to its number: numbers begin anew in every process,
 * and after a navigation an old one can name a world of the page's own. An object that is gone is
 * refused, and the world is made anew.
 *
 * <p>Source: DevTools protocol, Page.createIsolatedWorld, Runtime.callFunctionOn.
 */
final class World {
  private final Cdp cdp;
  private final String frame;
  private final Consumer<Script> used;
  private final Set<Script> there = EnumSet.noneOf(Script.class);
  private String state = "";
  private int context;

  World(Cdp cdp, String frame, Consumer<Script> used) {
    this.cdp = cdp;
    this.frame = frame;
    this.used = used;
  }

  /** The session that it is reached through. */
  Cdp through() {
    return cdp;
  }

  /** Runs a script with these arguments, and gives what it returns. */
  JsonElement run(Script script, JsonElement... values) {
    return run(script, List.of(values), List.of());
  }

  /** The same, with objects of this world after the arguments. */
  JsonElement run(Script script, List<JsonElement> values, List<String> objects) {
    boolean fresh = state.isEmpty();
    ready();
    try {
      return call(script, values, objects);
    } catch (BrowserFailure e) {
      if (fresh || !objects.isEmpty() || e.kind() != BrowserFailure.Kind.REFUSED) {
        throw e;
      }
      state = "";
      ready();
      return call(script, values, objects);
    }
  }

  /** This world's own reference to a node. */
  String node(int backendNode) {
    ready();
    JsonObject which = new JsonObject();
    which.addProperty("backendNodeId", backendNode);
    which.addProperty("executionContextId", context);
    JsonObject object = cdp.send("DOM.resolveNode", which).getAsJsonObject("object");
    return object.get("objectId").getAsString();
  }

  private void ready() {
    if (!state.isEmpty()) {
      return;
    }
    there.clear();
    JsonObject where = new JsonObject();
    where.addProperty("frameId", frame);
    where.addProperty("worldName", "affiant");
    context = cdp.send("Page.createIsolatedWorld", where).get("executionContextId").getAsInt();
    JsonObject what = new JsonObject();
    what.addProperty("expression", Script.WORLD.source());
    what.addProperty("contextId", context);
    what.addProperty("silent", true);
    JsonObject made = checked(Script.WORLD, cdp.send("Runtime.evaluate", what));
    used.accept(Script.WORLD);
    state = made.get("objectId").getAsString();
  }

  private JsonElement call(Script script, List<JsonElement> values, List<String> objects) {
    JsonArray arguments = new JsonArray();
    for (JsonElement value : values) {
      JsonObject argument = new JsonObject();
      argument.add("value", value);
      arguments.add(argument);
    }
    for (String object : objects) {
      JsonObject argument = new JsonObject();
      argument.addProperty("objectId", object);
      arguments.add(argument);
    }
    JsonObject what = new JsonObject();
    what.addProperty("objectId", state);
    what.addProperty("functionDeclaration", declaration(script));
    what.add("arguments", arguments);
    what.addProperty("returnByValue", true);
    what.addProperty("silent", true);
    JsonObject result = checked(script, cdp.send("Runtime.callFunctionOn", what));
    if (there.add(script)) {
      used.accept(script);
    }
    return result.has("value") ? result.get("value") : JsonNull.INSTANCE;
  }

  /** A script goes over the wire once; after that, by its name. */
  private String declaration(Script script) {
    String name = "this." + script.name();
    if (there.contains(script)) {
      return "function (...a) { return " + name + "(...a); }";
    }
    return "function (...a) { return (" + name + " = " + script.source() + ").apply(this, a); }";
  }

  private static JsonObject checked(Script script, JsonObject answer) {
    if (!answer.has("exceptionDetails")) {
      return answer.getAsJsonObject("result");
    }
    JsonObject details = answer.getAsJsonObject("exceptionDetails");
    JsonElement words = details.get("text");
    if (details.has("exception") && details.getAsJsonObject("exception").has("description")) {
      words = details.getAsJsonObject("exception").get("description");
    }
    throw new BrowserFailure(
        BrowserFailure.Kind.REFUSED,
        script.file() + ": " + (words == null ? new JsonPrimitive("threw") : words));
  }
}
