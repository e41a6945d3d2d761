package dev.affiant.engine.cdp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.affiant.engine.Recorder;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Ground;
import dev.affiant.policy.Hop;
import dev.affiant.policy.Permit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Holds every document request, of the page, of its frames and after every redirect, until the
 * permit has said whether it may leave. The lane sees only host and port of https; here is the
 * whole URL.
 *
 * <p>Source: DevTools protocol, {@code Fetch.enable} with the resource type Document: it pauses
 * redirects too, which Playwright's {@code route} does not.
 */
final class HopGuard {
  private final Permit permit;
  private final Recorder recorder;
  private final String mainFrame;
  private final BiConsumer<String, String> refused;
  private final Map<String, Integer> hops = new HashMap<>();

  /**
   * @param refused told of a request that was not let out: its network id and why
   */
  HopGuard(Permit permit, Recorder recorder, String mainFrame, BiConsumer<String, String> refused) {
    this.permit = permit;
    this.recorder = recorder;
    this.mainFrame = mainFrame;
    this.refused = refused;
  }

  void stand(Cdp cdp) {
    cdp.on("Fetch.requestPaused", event -> paused(cdp, event));
    JsonArray patterns = new JsonArray();
    patterns.add(
        Params.of("urlPattern", "*")
            .and("resourceType", "Document")
            .and("requestStage", "Request")
            .json());
    cdp.post("Fetch.enable", Params.of("patterns", patterns).json());
  }

  private void paused(Cdp cdp, JsonObject event) {
    String network = Fields.text(event, "networkId");
    int ordinal = hops.merge(network, 1, Integer::sum) - 1;
    String url = Fields.text(Fields.object(event, "request"), "url");
    boolean main = Fields.text(event, "frameId").equals(mainFrame);
    Decision decision = permit.hop(new Hop(url, main, ordinal));
    JsonObject answer = Params.of("requestId", Fields.text(event, "requestId")).json();
    if (decision.refuses()) {
      recorder.decided(decision);
      refused.accept(network, why(decision));
      answer.addProperty("errorReason", "BlockedByClient");
      cdp.post("Fetch.failRequest", answer);
    } else {
      cdp.post("Fetch.continueRequest", answer);
    }
  }

  /** The strictest rule and its words. */
  static String why(Decision decision) {
    return decision.grounds().stream()
        .findFirst()
        .map((Ground g) -> g.rule() + ": " + g.why())
        .orElse("refused");
  }
}
