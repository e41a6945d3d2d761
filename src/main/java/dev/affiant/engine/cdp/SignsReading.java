package dev.affiant.engine.cdp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.affiant.engine.Signs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        all(s, "metas", JsonElement::getAsString));
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
