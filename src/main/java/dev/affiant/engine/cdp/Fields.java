package dev.affiant.engine.cdp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads fields of DevTools messages that may or may not be there. */
final class Fields {
  private Fields() {}

  static String text(JsonObject of, String name) {
    JsonElement value = of.get(name);
    return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
  }

  static long number(JsonObject of, String name) {
    JsonElement value = of.get(name);
    return value == null || !value.isJsonPrimitive() ? 0 : value.getAsLong();
  }

  static double real(JsonObject of, String name) {
    JsonElement value = of.get(name);
    return value == null || !value.isJsonPrimitive() ? 0 : value.getAsDouble();
  }

  static boolean yes(JsonObject of, String name) {
    JsonElement value = of.get(name);
    return value != null && value.isJsonPrimitive() && value.getAsBoolean();
  }

  /** The object of that name, or an empty one. */
  static JsonObject object(JsonObject of, String name) {
    return maybe(of, name).orElseGet(JsonObject::new);
  }

  static Optional<JsonObject> maybe(JsonObject of, String name) {
    JsonElement value = of.get(name);
    return value == null || !value.isJsonObject()
        ? Optional.empty()
        : Optional.of(value.getAsJsonObject());
  }

  /** The objects in the list of that name. */
  static List<JsonObject> objects(JsonObject of, String name) {
    List<JsonObject> found = new ArrayList<>();
    JsonElement value = of.get(name);
    if (value != null && value.isJsonArray()) {
      for (JsonElement each : value.getAsJsonArray()) {
        if (each.isJsonObject()) {
          found.add(each.getAsJsonObject());
        }
      }
    }
    return found;
  }

  /** The first so many characters. */
  static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
