package dev.affiant.engine.playwright;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps Playwright from letting a shared worker run before we listen to it. Playwright does not
 * want shared workers: it says {@code runIfWaitingForDebugger} at once and leaves. That word is
 * swallowed; ours comes when we are ready. A dedicated worker needs no such care: it waits for
 * everybody who is with it.
 */
final class SharedWorkers {
  private static final String RUN = "\"method\":\"Runtime.runIfWaitingForDebugger\"";
  private static final String ATTACHED = "{\"method\":\"Target.attachedToTarget\"";
  private static final String SHARED = "\"type\":\"shared_worker\"";

  /** Playwright's sessions with shared workers. */
  private final Set<String> sessions = new HashSet<>();

  /** The browser tells Playwright something. */
  synchronized void told(byte[] message) {
    if (message.length < 4_000 && starts(message) && text(message).contains(SHARED)) {
      JsonObject event = JsonParser.parseString(text(message)).getAsJsonObject();
      sessions.add(event.getAsJsonObject("params").get("sessionId").getAsString());
    }
  }

  /** The answer that Playwright gets if its message is one that must not arrive. */
  synchronized Optional<byte[]> instead(byte[] message) {
    if (sessions.isEmpty() || message.length > 300 || !text(message).contains(RUN)) {
      return Optional.empty();
    }
    JsonObject command = JsonParser.parseString(text(message)).getAsJsonObject();
    if (!command.has("sessionId") || !sessions.remove(command.get("sessionId").getAsString())) {
      return Optional.empty();
    }
    command.remove("method");
    command.remove("params");
    command.add("result", new JsonObject());
    return Optional.of(command.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static boolean starts(byte[] message) {
    return message.length > ATTACHED.length()
        && new String(message, 0, ATTACHED.length(), StandardCharsets.US_ASCII).equals(ATTACHED);
  }

  private static String text(byte[] message) {
    return new String(message, StandardCharsets.UTF_8);
  }
}
