package dev.affiant.engine.cdp;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The hops of one request, which share its id: a redirect begins the next. The heads as they were
 * on the wire come in events of their own, before or after what they belong to, one for each hop
 * that was on the wire at all.
 */
final class Chain {
  private final List<Flight> hops = new ArrayList<>();
  private final List<JsonObject> requestHeads = new ArrayList<>();
  private final List<JsonObject> responseHeads = new ArrayList<>();

  void add(Flight hop) {
    hops.add(hop);
    join();
  }

  boolean isEmpty() {
    return hops.isEmpty();
  }

  Flight last() {
    return hops.get(hops.size() - 1);
  }

  void requestHead(JsonObject event) {
    requestHeads.add(event);
    join();
  }

  void responseHead(JsonObject event) {
    responseHeads.add(event);
    join();
  }

  /** Gives each hop its heads: in order, over those hops that have or may have one. */
  void join() {
    int request = 0;
    int response = 0;
    for (Flight hop : hops) {
      boolean mayHave = hop.response.isEmpty() || hop.expectsHead;
      if (mayHave && request < requestHeads.size()) {
        hop.requestHead = Optional.of(requestHeads.get(request++));
      }
      if (mayHave && response < responseHeads.size()) {
        hop.responseHead = Optional.of(responseHeads.get(response++));
      }
    }
  }
}
