package dev.affiant.engine.playwright;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import dev.affiant.engine.BrowserFailure;
import dev.affiant.engine.cdp.Cdp;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The page's DevTools session over Playwright's pipe. {@code CDPSession.send} takes events in while
 * it waits, so that a listener that sent would nest into itself: listeners post instead.
 */
final class PlaywrightCdp implements Cdp {
  private final CDPSession session;
  private final Deque<Posted> posted = new ArrayDeque<>();

  private record Posted(String method, JsonObject params, Consumer<JsonObject> answer) {}

  PlaywrightCdp(CDPSession session) {
    this.session = session;
  }

  @Override
  public JsonObject send(String method, JsonObject params) {
    return Failures.named(method, () -> session.send(method, params));
  }

  @Override
  public void post(String method, JsonObject params, Consumer<JsonObject> answer) {
    posted.add(new Posted(method, params, answer));
  }

  @Override
  public void on(String event, Consumer<JsonObject> listener) {
    session.on(event, listener);
  }

  /** Sends what was posted. */
  void flush() {
    for (Posted next = posted.poll(); next != null; next = posted.poll()) {
      deliver(next);
    }
  }

  private void deliver(Posted next) {
    JsonObject answer;
    try {
      answer = send(next.method(), next.params());
    } catch (BrowserFailure e) {
      if (e.kind() != BrowserFailure.Kind.REFUSED) {
        throw e;
      }
      answer = new JsonObject();
      answer.addProperty("error", e.getMessage());
    }
    next.answer().accept(answer);
  }
}
