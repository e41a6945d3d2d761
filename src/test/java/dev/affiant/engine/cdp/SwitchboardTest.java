package dev.affiant.engine.cdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitchboardTest {
  private static final String BROWSER = "A".repeat(32);
  private static final String PAGE = "B".repeat(32);
  private static final String WORKER = "C".repeat(32);
  private final List<String> sent = new ArrayList<>();
  private final Switchboard board =
      new Switchboard(message -> sent.add(new String(message, StandardCharsets.UTF_8)));

  @Test
  void whatASessionHasOpenedIsForgottenWithIt() {
    Cdp browser = board.session(BROWSER, board.root());
    Cdp page = board.session(PAGE, browser);
    Cdp worker = board.session(WORKER, page);
    List<JsonObject> heard = new ArrayList<>();
    page.on("Network.dataReceived", heard::add);
    worker.on("Network.dataReceived", heard::add);
    say(PAGE);
    say(WORKER);
    assertEquals(2, heard.size());
    board.end(browser);
    assertTrue(sent.get(0).contains("Target.detachFromTarget"), sent.toString());
    say(PAGE);
    say(WORKER);
    assertEquals(2, heard.size());
  }

  @Test
  void anotherSessionIsHeardOn() {
    Cdp browser = board.session(BROWSER, board.root());
    Cdp page = board.session(PAGE, board.root());
    List<JsonObject> heard = new ArrayList<>();
    page.on("Network.dataReceived", heard::add);
    board.end(browser);
    say(PAGE);
    assertEquals(1, heard.size());
  }

  private void say(String session) {
    String event =
        "{\"method\":\"Network.dataReceived\",\"params\":{},\"sessionId\":\"" + session + "\"}";
    assertTrue(board.take(event.getBytes(StandardCharsets.UTF_8)));
    board.breathe();
  }
}
