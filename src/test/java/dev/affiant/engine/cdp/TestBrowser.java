package dev.affiant.engine.cdp;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.affiant.engine.BrowserFailure;
import dev.affiant.engine.TinyWeb;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A real Chromium and a DevTools connection of the tests' own, so that this room is tried without
 * any engine.
 */
final class TestBrowser implements AutoCloseable {
  private static final List<String> PLACES =
      List.of(
          "/usr/lib/chromium/chromium-headless-shell",
          "/usr/bin/chromium-headless-shell",
          "/usr/bin/chromium",
          "/usr/bin/google-chrome");

  private final Process process;
  private final Path data;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final Map<String, List<Consumer<JsonObject>>> listeners = new ConcurrentHashMap<>();

  private TestBrowser(Process process, Path data, String endpoint) {
    this.process = process;
    this.data = data;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(endpoint), new Reader())
            .join();
  }

  /** Starts it; every host is this web's. */
  static TestBrowser start(TinyWeb web) {
    try {
      Path data = Files.createTempDirectory("affiant-test-browser");
      Process process =
          new ProcessBuilder(
                  executable(),
                  "--headless",
                  "--no-sandbox",
                  "--hide-scrollbars",
                  "--disable-gpu",
                  "--disable-dev-shm-usage",
                  "--force-color-profile=srgb",
                  "--site-per-process",
                  "--proxy-server=127.0.0.1:" + web.address().getPort(),
                  "--proxy-bypass-list=<-loopback>",
                  "--remote-debugging-port=0",
                  "--user-data-dir=" + data,
                  "about:blank")
              .redirectErrorStream(true)
              .start();
      return new TestBrowser(process, data, endpoint(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String executable() {
    return Stream.concat(
            Stream.ofNullable(System.getenv("AFFIANT_BROWSER")).filter(s -> !s.isBlank()),
            PLACES.stream())
        .filter(p -> Files.isExecutable(Path.of(p)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Chromium found; set AFFIANT_BROWSER"));
  }

  private static String endpoint(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line;
    while ((line = out.readLine()) != null) {
      if (line.startsWith("DevTools listening on ")) {
        Thread rest = new Thread(() -> out.lines().forEach(l -> {}), "browser-output");
        rest.setDaemon(true);
        rest.start();
        return line.substring("DevTools listening on ".length()).strip();
      }
    }
    throw new IOException("the browser ended at once");
  }

  /** A fresh tab in a context of its own. */
  TestPage page(int width, int height, double scale) {
    Cdp browser = new Session("");
    String context =
        browser
            .send("Target.createBrowserContext", new JsonObject())
            .get("browserContextId")
            .getAsString();
    JsonObject target = new JsonObject();
    target.addProperty("url", "about:blank");
    target.addProperty("browserContextId", context);
    String id = browser.send("Target.createTarget", target).get("targetId").getAsString();
    JsonObject attach = new JsonObject();
    attach.addProperty("targetId", id);
    attach.addProperty("flatten", true);
    String session = browser.send("Target.attachToTarget", attach).get("sessionId").getAsString();
    return new TestPage(new Session(session), this::session, width, height, scale);
  }

  private Cdp session(String id) {
    return new Session(id);
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    try {
      process.waitFor();
      try (Stream<Path> all = Files.walk(data)) {
        all.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One flattened session. */
  private final class Session implements Cdp {
    private final String id;

    Session(String id) {
      this.id = id;
    }

    @Override
    public JsonObject send(String method, JsonObject params) {
      try {
        JsonObject answer = ask(method, params).get();
        if (answer.has("error")) {
          throw new BrowserFailure(
              BrowserFailure.Kind.REFUSED, method + ": " + answer.get("error"));
        }
        return answer.getAsJsonObject("result");
      } catch (InterruptedException e) {
        throw new BrowserFailure(BrowserFailure.Kind.TIMEOUT, method, e);
      } catch (ExecutionException e) {
        throw new BrowserFailure(BrowserFailure.Kind.GONE, method, e);
      }
    }

    @Override
    public void post(String method, JsonObject params, Consumer<JsonObject> answer) {
      CompletableFuture<Void> later = ask(method, params).thenAccept(answer);
      later.exceptionally(e -> null);
    }

    @Override
    public void on(String event, Consumer<JsonObject> listener) {
      listeners.computeIfAbsent(id + event, k -> new ArrayList<>()).add(listener);
    }

    private CompletableFuture<JsonObject> ask(String method, JsonObject params) {
      int number = ids.incrementAndGet();
      JsonObject message = new JsonObject();
      message.addProperty("id", number);
      message.addProperty("method", method);
      message.add("params", params);
      if (!id.isEmpty()) {
        message.addProperty("sessionId", id);
      }
      CompletableFuture<JsonObject> answer = new CompletableFuture<>();
      waiting.put(number, answer);
      socket.sendText(message.toString(), true).join();
      return answer;
    }
  }

  /** Takes messages apart as they come. */
  private final class Reader implements WebSocket.Listener {
    private StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        JsonObject message = JsonParser.parseString(text.toString()).getAsJsonObject();
        text = new StringBuilder();
        heard(message);
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }

    private void heard(JsonObject message) {
      if (message.has("id")) {
        CompletableFuture<JsonObject> one = waiting.remove(message.get("id").getAsInt());
        if (one != null) {
          one.complete(message);
        }
        return;
      }
      String session = message.has("sessionId") ? message.get("sessionId").getAsString() : "";
      String key = session + message.get("method").getAsString();
      listeners
          .getOrDefault(key, List.of())
          .forEach(l -> l.accept(message.getAsJsonObject("params")));
    }
  }
}
