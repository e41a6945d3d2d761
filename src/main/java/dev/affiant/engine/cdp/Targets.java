package dev.affiant.engine.cdp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Everything that a page consists of: frames in other processes, workers, workers of workers. Each
 * waits when it starts until we listen to it.
 */
final class Targets implements Frames {
  private final Switchboard board;
  private final BiConsumer<Target, Runnable> arrived;
  private final Consumer<Target> left;
  private final Map<String, Target> living = new LinkedHashMap<>();

  /**
   * @param arrived told of each before it runs, with what lets it run; it may post
   * @param left told of each shared worker that is gone
   */
  Targets(Switchboard board, BiConsumer<Target, Runnable> arrived, Consumer<Target> left) {
    this.board = board;
    this.arrived = arrived;
    this.left = left;
  }

  /** Listens for what this one starts, and for what those start in their turn. */
  void below(Cdp outer) {
    listen(outer);
    outer.post("Target.setAutoAttach", attach().json());
  }

  /**
   * Listens for the shared workers of one context, which belong to no page.
   *
   * @param browser a session with the browser that nobody else uses
   */
  void shared(Cdp browser, String contextId) {
    browser.on(
        "Target.attachedToTarget",
        e -> {
          JsonObject info = Fields.object(e, "targetInfo");
          boolean ours = Fields.text(info, "browserContextId").equals(contextId);
          if (ours && Fields.text(info, "type").equals("shared_worker")) {
            attached(Fields.text(e, "sessionId"), info, browser);
          }
        });
    browser.on(
        "Target.detachedFromTarget",
        e -> Optional.ofNullable(living.remove(Fields.text(e, "sessionId"))).ifPresent(left));
    browser.post("Target.setAutoAttach", attach().and("filter", only("shared_worker")).json());
  }

  /**
   * Closes every page that the context gets besides its own: it belongs to no capture.
   *
   * @param opened told of each by its URL
   */
  void alone(Cdp browser, String contextId, String own, Consumer<String> opened) {
    browser.on(
        "Target.targetCreated",
        e -> {
          JsonObject info = Fields.object(e, "targetInfo");
          String id = Fields.text(info, "targetId");
          boolean ours = Fields.text(info, "browserContextId").equals(contextId);
          if (ours && Fields.text(info, "type").equals("page") && !id.equals(own)) {
            opened.accept(Fields.text(info, "url"));
            browser.post("Target.closeTarget", Params.of("targetId", id).json());
          }
        });
    browser.post(
        "Target.setDiscoverTargets",
        Params.of("discover", true).and("filter", only("page")).json());
  }

  private static JsonArray only(String type) {
    JsonArray filter = new JsonArray();
    filter.add(Params.of("type", type).json());
    return filter;
  }

  private static Params attach() {
    return Params.of("autoAttach", true).and("waitForDebuggerOnStart", true).and("flatten", true);
  }

  private void listen(Cdp outer) {
    outer.on(
        "Target.attachedToTarget",
        e -> attached(Fields.text(e, "sessionId"), Fields.object(e, "targetInfo"), outer));
    outer.on("Target.detachedFromTarget", e -> living.remove(Fields.text(e, "sessionId")));
  }

  @Override
  public Map<String, Cdp> apart() {
    Map<String, Cdp> frames = new LinkedHashMap<>();
    living.values().stream()
        .filter(t -> t.kind().equals("iframe"))
        .forEach(t -> frames.put(t.id(), t.cdp()));
    return frames;
  }

  private void attached(String session, JsonObject info, Cdp opener) {
    Target target =
        new Target(
            Fields.text(info, "targetId"),
            Fields.text(info, "type"),
            Fields.text(info, "url"),
            board.session(session, opener));
    living.put(session, target);
    below(target.cdp());
    arrived.accept(
        target, () -> target.cdp().post("Runtime.runIfWaitingForDebugger", Params.none()));
  }
}
