package dev.affiant.engine.cdp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.affiant.engine.Signs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads what {@code signs.js} gives. */
final class SignsReading {
  private SignsReading() {}

  static Signs of(JsonObject s) {
    JsonObject lock = s.getAsJsonObject("lock");
    return new Signs(
        all(s, "headings", JsonElement::getAsString),
        s.get("text").getAsString(),
        s.get("words").getAsInt(),
        s.get("fields").getAsInt(),
        s.get("over").isJsonNull()
            ? Optional.empty()
            : Optional.of(over(s.getAsJsonObject("over"))),
        all(s, "frames", f -> frame(f.getAsJsonObject())),
        all(s, "marks", m -> mark(m.getAsJsonObject())),
        new Signs.Lock(lock.get("stated").getAsBoolean(), lock.get("region").getAsInt()),
        all(s, "metas", JsonElement::getAsString),
        data(s.getAsJsonObject("data")));
  }

  private static Map<Integer, String> data(JsonObject found) {
    Map<Integer, String> all = new TreeMap<>();
    found.entrySet().forEach(e -> all.put(Integer.valueOf(e.getKey()), e.getValue().getAsString()));
    return all;
  }

  private static Signs.Over over(JsonObject o) {
    return new Signs.Over(
        o.get("text").getAsString(),
        o.get("words").getAsInt(),
        o.get("share").getAsDouble(),
        o.get("password").getAsBoolean());
  }

  private static Signs.Shown frame(JsonObject f) {
    return new Signs.Shown(
        f.get("what").getAsString(), f.get("share").getAsDouble(), f.get("middle").getAsBoolean());
  }

  private static Signs.Mark mark(JsonObject m) {
    return new Signs.Mark(
        m.get("index").getAsInt(), m.get("share").getAsDouble(), m.get("middle").getAsBoolean());
  }

  private static <T> List<T> all(JsonObject of, String name, Function<JsonElement, T> each) {
    JsonArray list = of.getAsJsonArray(name);
    List<T> all = new ArrayList<>();
    list.forEach(one -> all.add(each.apply(one)));
    return all;
  }
}
