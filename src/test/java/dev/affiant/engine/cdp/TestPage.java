package dev.affiant.engine.cdp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** One tab of the test browser, with the sessions of its cross-process frames. */
final class TestPage implements Frames {
  final Cdp cdp;
  private final Function<String, Cdp> sessions;
  private final Map<String, Cdp> apart = new ConcurrentHashMap<>();

  TestPage(Cdp cdp, Function<String, Cdp> sessions, int width, int height, double scale) {
    this.cdp = cdp;
    this.sessions = sessions;
    cdp.send("Page.enable", new JsonObject());
    JsonObject view = new JsonObject();
    view.addProperty("width", width);
    view.addProperty("height", height);
    view.addProperty("deviceScaleFactor", scale);
    view.addProperty("mobile", false);
    cdp.send("Emulation.setDeviceMetricsOverride", view);
    follow(cdp);
  }

  private void follow(Cdp session) {
    session.on("Target.attachedToTarget", this::attached);
    session.on(
        "Target.detachedFromTarget",
        e -> {
          if (e.has("targetId")) {
            apart.remove(e.get("targetId").getAsString());
          }
        });
    session.post(
        "Target.setAutoAttach",
        json("{\"autoAttach\":true,\"waitForDebuggerOnStart\":false,\"flatten\":true}"),
        a -> {});
  }

  private void attached(JsonObject event) {
    JsonObject target = event.getAsJsonObject("targetInfo");
    if (target.get("type").getAsString().equals("iframe")) {
      Cdp child = sessions.apply(event.get("sessionId").getAsString());
      apart.put(target.get("targetId").getAsString(), child);
      follow(child);
    }
  }

  @Override
  public Map<String, Cdp> apart() {
    return Map.copyOf(apart);
  }

  /** Navigates and waits for the load event. */
  void open(String url) {
    CountDownLatch loaded = new CountDownLatch(1);
    cdp.on("Page.loadEventFired", e -> loaded.countDown());
    JsonObject to = new JsonObject();
    to.addProperty("url", url);
    cdp.send("Page.navigate", to);
    try {
      if (!loaded.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("not loaded in 30 s: " + url);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What an expression is worth in the page's own world. */
  JsonElement eval(String expression) {
    JsonObject what = new JsonObject();
    what.addProperty("expression", expression);
    what.addProperty("returnByValue", true);
    what.addProperty("awaitPromise", true);
    JsonObject result = cdp.send("Runtime.evaluate", what).getAsJsonObject("result");
    return result.has("value") ? result.get("value") : new JsonArray();
  }

  static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }
}
