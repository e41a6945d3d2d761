package dev.affiant.engine.cdp;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.affiant.engine.BrowserFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Our own sessions on a browser's DevTools connection that somebody else drives too. A reader
 * thread offers every message; what is ours is kept for the engine's thread, which takes it in
 * while it waits or breathes.
 *
 * <p>Ours are answers to numbers from {@link #FIRST} on, and what sessions say that we opened.
 */
public final class Switchboard {
  private static final int FIRST = 1_000_000_000;
  private static final byte[] ANSWER = ascii("{\"id\":");
  private static final byte[] ATTACHED = ascii("{\"method\":\"Target.attachedToTarget\"");
  private static final byte[] SESSION = ascii("\"sessionId\":\"");

  private final Consumer<byte[]> out;
  private final BlockingQueue<byte[]> inbox = new LinkedBlockingQueue<>();
  private final Set<String> sessions = ConcurrentHashMap.newKeySet();
  private final AtomicInteger last = new AtomicInteger(FIRST);
  private final Map<Integer, Waiting> waiting = new HashMap<>();
  private final Set<String> crashed = new HashSet<>();
  private final Map<String, List<Consumer<JsonObject>>> listeners = new HashMap<>();

  /** What each of our sessions has opened, so that it is forgotten with it. */
  private final Map<String, List<String>> opened = new HashMap<>();

  private volatile boolean closed;

  /** Who waits for an answer: a session, and what is to be done with it. */
  private record Waiting(String session, Consumer<JsonObject> answer) {}

  /**
   * @param out writes one message to the browser, whole, from any thread
   */
  public Switchboard(Consumer<byte[]> out) {
    this.out = out;
  }

  /** Takes a message from the browser if it is for us. Called by the reader thread. */
  public boolean take(byte[] message) {
    boolean ours = starts(message, ANSWER) ? number(message) >= FIRST : event(message);
    if (ours) {
      inbox.add(message);
    }
    return ours;
  }

  /** Says that no more will come: whoever waits is told. */
  public void close() {
    closed = true;
    inbox.add(new byte[0]);
  }

  private boolean event(byte[] message) {
    String session = session(message);
    boolean attached = starts(message, ATTACHED);
    if (!session.isEmpty() ? !sessions.contains(session) : !(attached && opensBrowser(message))) {
      return false;
    }
    if (attached) {
      sessions.add(Fields.text(Fields.object(parse(message), "params"), "sessionId"));
    }
    return true;
  }

  /** Our first session is with the browser itself, and is announced to everybody. */
  private static boolean opensBrowser(byte[] message) {
    JsonObject info = Fields.object(Fields.object(parse(message), "params"), "targetInfo");
    return Fields.text(info, "type").equals("browser");
  }

  /** The connection itself, on which no session is needed. */
  public Cdp root() {
    return new Line("");
  }

  /** Opens a session with the browser as a whole. */
  public Cdp browser() {
    Cdp root = root();
    JsonObject answer = root.send("Target.attachToBrowserTarget", Params.none());
    return session(Fields.text(answer, "sessionId"), root);
  }

  /** The session of that name, which this one of ours has opened. */
  public Cdp session(String id, Cdp opener) {
    sessions.add(id);
    if (opener instanceof Line line) {
      opened.computeIfAbsent(line.id, o -> new ArrayList<>()).add(id);
    }
    return new Line(id);
  }

  /** Ends a session, and everything that it has opened. */
  public void end(Cdp session) {
    if (session instanceof Line line) {
      new Line("").post("Target.detachFromTarget", Params.of("sessionId", line.id).json());
      forget(line.id);
    }
  }

  /** Nobody listens to it any more, nor waits: what listens holds on to all of a capture. */
  private void forget(String session) {
    Set<String> gone = new HashSet<>();
    Deque<String> left = new ArrayDeque<>(List.of(session));
    while (!left.isEmpty()) {
      String next = left.pop();
      List<String> below = opened.remove(next);
      if (gone.add(next) && below != null) {
        left.addAll(below);
      }
    }
    listeners.keySet().removeIf(key -> gone.contains(key.substring(0, key.indexOf(' '))));
    waiting.values().removeIf(one -> gone.contains(one.session()));
    crashed.removeAll(gone);
  }

  /** Takes in what has come, or lets about 10 ms pass. Called by the engine's thread. */
  public void breathe() {
    take(10);
  }

  private void take(int millis) {
    try {
      byte[] message = inbox.poll(millis, TimeUnit.MILLISECONDS);
      if (message != null) {
        handle(message);
      }
    } catch (InterruptedException e) {
      throw new BrowserFailure(BrowserFailure.Kind.TIMEOUT, "the call was broken off", e);
    }
  }

  private void handle(byte[] bytes) {
    if (bytes.length == 0) {
      inbox.add(bytes);
      throw new BrowserFailure(BrowserFailure.Kind.GONE, "the browser is gone");
    }
    JsonObject message = parse(bytes);
    if (message.has("id")) {
      Waiting one = waiting.remove((int) Fields.number(message, "id"));
      if (one != null) {
        one.answer().accept(message);
      }
      return;
    }
    String session = Fields.text(message, "sessionId");
    String method = Fields.text(message, "method");
    JsonObject params = Fields.object(message, "params");
    lost(session, method, params);
    for (Consumer<JsonObject> listener :
        List.copyOf(listeners.getOrDefault(session + " " + method, List.of()))) {
      listener.accept(params);
    }
  }

  /** A target that dies answers nothing any more: whoever waits for it is told. */
  private void lost(String session, String method, JsonObject params) {
    if (method.equals("Inspector.targetCrashed")) {
      crashed.add(session);
      fail(session, "the target crashed");
    } else if (method.equals("Inspector.targetReloadedAfterCrash")) {
      crashed.remove(session);
    } else if (method.equals("Target.detachedFromTarget")) {
      fail(Fields.text(params, "sessionId"), "Session with given id not found.");
    }
  }

  private void fail(String session, String words) {
    List<Integer> numbers =
        waiting.entrySet().stream()
            .filter(e -> e.getValue().session().equals(session))
            .map(Map.Entry::getKey)
            .toList();
    for (Integer number : numbers) {
      Waiting one = waiting.remove(number);
      if (one != null) {
        one.answer().accept(error(words));
      }
    }
  }

  private static JsonObject error(String words) {
    return Params.of("error", Params.of("message", words).json()).json();
  }

  /** One session. */
  private final class Line implements Cdp {
    private final String id;

    Line(String id) {
      this.id = id;
    }

    @Override
    public JsonObject send(String method, JsonObject params) {
      List<JsonObject> answers = new ArrayList<>(1);
      write(method, params, answers::add);
      while (answers.isEmpty()) {
        take(1_000);
      }
      JsonObject answer = answers.get(0);
      if (answer.has("error")) {
        throw refusal(method, words(answer));
      }
      return Fields.object(answer, "result");
    }

    @Override
    public void post(String method, JsonObject params, Consumer<JsonObject> answer) {
      write(
          method,
          params,
          whole ->
              answer.accept(
                  whole.has("error")
                      ? Params.of("error", words(whole)).json()
                      : Fields.object(whole, "result")));
    }

    @Override
    public void on(String event, Consumer<JsonObject> listener) {
      listeners.computeIfAbsent(id + " " + event, e -> new ArrayList<>()).add(listener);
    }

    private void write(String method, JsonObject params, Consumer<JsonObject> answer) {
      if (closed) {
        throw new BrowserFailure(BrowserFailure.Kind.GONE, "the browser is gone");
      }
      if (crashed.contains(id)) {
        answer.accept(error("the target crashed"));
        return;
      }
      int number = last.incrementAndGet();
      JsonObject message = new JsonObject();
      message.addProperty("id", number);
      message.addProperty("method", method);
      message.add("params", params);
      if (!id.isEmpty()) {
        message.addProperty("sessionId", id);
      }
      waiting.put(number, new Waiting(id, answer));
      out.accept(message.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String words(JsonObject answer) {
    return Fields.text(Fields.object(answer, "error"), "message");
  }

  private static BrowserFailure refusal(String method, String words) {
    boolean crashed = words.contains("crashed");
    boolean gone = words.contains("Session with given id not found") || words.contains("detached");
    BrowserFailure.Kind kind =
        crashed
            ? BrowserFailure.Kind.CRASHED
            : gone ? BrowserFailure.Kind.GONE : BrowserFailure.Kind.REFUSED;
    return new BrowserFailure(kind, method + ": " + words);
  }

  private static JsonObject parse(byte[] message) {
    return JsonParser.parseString(new String(message, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  /** The number in {@code {"id":17,…}}. */
  private static long number(byte[] message) {
    long number = 0;
    for (int i = ANSWER.length; i < message.length && message[i] >= '0' && message[i] <= '9'; i++) {
      number = number * 10 + message[i] - '0';
    }
    return number;
  }

  /** The session at the end of an event, where Chromium writes it: 32 digits. */
  static String session(byte[] message) {
    int from = message.length - 34;
    int name = from - SESSION.length;
    if (name < 0 || message[message.length - 2] != '"') {
      return "";
    }
    for (int i = 0; i < SESSION.length; i++) {
      if (message[name + i] != SESSION[i]) {
        return "";
      }
    }
    return new String(message, from, 32, StandardCharsets.US_ASCII);
  }

  private static boolean starts(byte[] message, byte[] with) {
    if (message.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if (message[i] != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
