package dev.affiant.engine.cdp;

import com.google.gson.JsonObject;
import java.util.function.Consumer;

/**
 * One DevTools session with one target: a page, a frame in another process, a worker.
 *
 * <p>JSON is Gson's here, because the driver hands it out so and a conversion would copy every
 * body.
 *
 * <p>Source: chromedevtools.github.io/devtools-protocol (tip of tree).
 */
public interface Cdp {

  /**
   * Sends a command and waits for its answer. Never to be called from a listener.
   *
   * @throws dev.affiant.engine.BrowserFailure if the browser says no, or the wait is broken
   */
  JsonObject send(String method, JsonObject params);

  /**
   * Sends a command without waiting, also from a listener. The answer comes to the consumer before
   * any event that the browser sent after it; a refusal comes as {@code {"error":"…"}}.
   */
  void post(String method, JsonObject params, Consumer<JsonObject> answer);

  /** Sends a command whose answer does not matter. */
  default void post(String method, JsonObject params) {
    post(method, params, answer -> {});
  }

  /** Calls the listener for every such event, during beats and blocked calls. It must not send. */
  void on(String event, Consumer<JsonObject> listener);
}
