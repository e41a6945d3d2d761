package dev.affiant.engine.cdp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.affiant.engine.Opening;
import dev.affiant.engine.Recorder;
import dev.affiant.policy.Permit;
import java.util.Optional;

/**
 * Everything that goes between a page and the network, with all that is in the page: every request
 * and how it ended, bodies, sockets, certificates; document requests wait for the permit. What the
 * page does by itself is noted on the way.
 *
 * <p>Its listeners run inside calls and beats of the tab's thread.
 */
public final class Traffic {
  /** A body longer than this is cut off, and says so. */
  private static final long MOST = 600L << 20;

  /** What a page may hold back of a body until we ask for it to be streamed. */
  private static final long HELD_EACH = 16L << 20;

  private static final long HELD_ALL = 64L << 20;

  /**
   * The page to listen to.
   *
   * @param agent the user agent that all of it is to have; what makes contexts may forget shared
   *     workers
   */
  public record Whom(String targetId, String agent) {}

  private final Switchboard board;
  private final String targetId;
  private final String agent;
  private final Cdp page;
  private final Cdp browser;
  private final Flights flights;
  private final Bodies bodies;
  private final Sockets sockets;
  private final Notices notices;
  private final Targets targets;
  private final Permit permit;
  private final Recorder recorder;

  /**
   * @param board our sessions with the browser
   * @param whom the page, which has not gone anywhere
   */
  public Traffic(Switchboard board, Whom whom, Opening opening) {
    this.board = board;
    this.targetId = whom.targetId();
    this.agent = whom.agent();
    this.permit = opening.permit();
    this.recorder = opening.recorder();
    this.browser = board.browser();
    this.page = attach();
    this.bodies = new Bodies(attach(), recorder, MOST);
    this.flights =
        new Flights(
            recorder,
            bodies,
            new Certificates(recorder.staging(), page),
            new OwnRefusals(permit, recorder),
            opening.mark());
    this.sockets = new Sockets(recorder, flights);
    this.notices = new Notices(recorder);
    this.targets = new Targets(board, this::arrived, flights::left);
  }

  private Cdp attach() {
    JsonObject whom = Params.of("targetId", targetId).and("flatten", true).json();
    String id = Fields.text(browser.send("Target.attachToTarget", whom), "sessionId");
    return board.session(id, browser);
  }

  /** Begins to listen; returns when the browser has confirmed that everything is in place. */
  public void begin() {
    JsonObject tree = Fields.object(page.send("Page.getFrameTree", Params.none()), "frameTree");
    String frame = Fields.text(Fields.object(tree, "frame"), "id");
    JsonObject info = Fields.object(page.send("Target.getTargetInfo", Params.none()), "targetInfo");
    String context = Fields.text(info, "browserContextId");
    new HopGuard(permit, recorder, frame, flights::refused).stand(page);
    bodies.keep();
    record(new Target(targetId, "page", "", page));
    targets.below(page);
    // What is not granted here is denied, without a question that would wait for somebody.
    browser.post(
        "Browser.grantPermissions",
        Params.of("permissions", new JsonArray()).and("browserContextId", context).json());
    targets.shared(browser, context);
    targets.alone(browser, context, targetId, url -> notices.note("popup", "", "closed", url));
    page.send("Page.getFrameTree", Params.none());
  }

  /** The page's session. */
  public Cdp page() {
    return page;
  }

  /** How the lane answered this navigation in its own name, if it did: {@code lane: dns}. */
  public Optional<String> laneAnswered(String loaderId) {
    return flights.laneAnswered(loaderId);
  }

  /** Stops listening. */
  public void end() {
    board.end(browser);
  }

  /** What a beat is for: slow bodies are streamed, late ones asked for again, orphans ended. */
  public void beat() {
    bodies.beat(flights::complete);
    flights.beat();
  }

  /** The sessions of frames that live in processes of their own. */
  public Frames frames() {
    return targets;
  }

  private void arrived(Target target, Runnable go) {
    record(target);
    if (!target.kind().equals("iframe")) {
      go.run();
      return;
    }
    browser.post(
        "Target.attachToTarget",
        Params.of("targetId", target.id()).and("flatten", true).json(),
        answer -> {
          if (answer.has("sessionId")) {
            bodies.keep(target, board.session(Fields.text(answer, "sessionId"), browser));
          }
          go.run();
        });
  }

  private void record(Target target) {
    flights.listen(target);
    sockets.listen(target);
    notices.listen(target);
    Cdp cdp = target.cdp();
    if (target.kind().equals("shared_worker")) {
      cdp.post("Emulation.setUserAgentOverride", Params.of("userAgent", agent).json());
      cdp.post("Network.setUserAgentOverride", Params.of("userAgent", agent).json());
    }
    cdp.post(
        "Network.enable",
        Params.of("maxPostDataSize", 32 << 20)
            .and("maxResourceBufferSize", HELD_EACH)
            .and("maxTotalBufferSize", HELD_ALL)
            .json());
  }
}
