package dev.affiant.engine.cdp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The parameters of a DevTools command, put together in one expression. */
public final class Params {
  private final JsonObject json = new JsonObject();

  private Params() {}

  /** None. */
  public static JsonObject none() {
    return new JsonObject();
  }

  public static Params of(String name, String value) {
    return new Params().and(name, value);
  }

  public static Params of(String name, Number value) {
    return new Params().and(name, value);
  }

  public static Params of(String name, boolean value) {
    return new Params().and(name, value);
  }

  public static Params of(String name, JsonElement value) {
    return new Params().and(name, value);
  }

  public Params and(String name, String value) {
    json.addProperty(name, value);
    return this;
  }

  public Params and(String name, Number value) {
    json.addProperty(name, value);
    return this;
  }

  public Params and(String name, boolean value) {
    json.addProperty(name, value);
    return this;
  }

  public Params and(String name, JsonElement value) {
    json.add(name, value);
    return this;
  }

  public JsonObject json() {
    return json;
  }
}
