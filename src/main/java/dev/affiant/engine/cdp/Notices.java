package dev.affiant.engine.cdp;

import com.google.gson.JsonObject;
import dev.affiant.engine.Notice;
import dev.affiant.engine.Recorder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes down what a page does by itself: its console, dialogs, pop-ups, downloads, a crash; and
 * dismisses the dialogs.
 */
final class Notices {
  /** What Playwright's blocked {@code serviceWorker.register} says on the console. */
  private static final String NO_WORKER = "Service Worker registration blocked by Playwright";

  private static final int LONGEST = 10_000;
  private static final int MOST = 1_000;

  private final Recorder recorder;
  private final Map<String, Integer> counts = new HashMap<>();

  Notices(Recorder recorder) {
    this.recorder = recorder;
  }

  void listen(Target target) {
    Cdp cdp = target.cdp();
    cdp.on("Runtime.consoleAPICalled", e -> console(target, e));
    cdp.on("Runtime.exceptionThrown", e -> exception(Fields.object(e, "exceptionDetails")));
    cdp.on("Log.entryAdded", e -> entry(Fields.object(e, "entry")));
    cdp.post("Runtime.enable", Params.none());
    cdp.post("Log.enable", Params.none());
    if (target.frame()) {
      cdp.on("Page.javascriptDialogOpening", e -> dialog(cdp, e));
      cdp.on(
          "Page.windowOpen",
          e -> note("popup", "", Fields.text(e, "windowName"), Fields.text(e, "url")));
      cdp.on("Page.downloadWillBegin", this::download);
      cdp.on(
          "Inspector.targetCrashed",
          e -> note("crash", "error", "the page's process died", target.url()));
      cdp.post("Page.enable", Params.none());
      cdp.post("Inspector.enable", Params.none());
    }
  }

  private void console(Target target, JsonObject event) {
    String text =
        Fields.objects(event, "args").stream().map(Notices::value).collect(Collectors.joining(" "));
    String url = firstUrl(Fields.object(event, "stackTrace"));
    if (text.equals(NO_WORKER)) {
      note("service-worker", "", "the page asked to register one; refused", target.url());
    } else {
      note("console", Fields.text(event, "type"), text, url);
    }
  }

  private void exception(JsonObject details) {
    String thrown = value(Fields.object(details, "exception"));
    String words = Fields.text(details, "text");
    String url = Fields.text(details, "url");
    note(
        "exception",
        "error",
        thrown.isEmpty() ? words : words + ": " + thrown,
        url.isEmpty() ? firstUrl(Fields.object(details, "stackTrace")) : url);
  }

  private void entry(JsonObject entry) {
    String text = Fields.text(entry, "source") + ": " + Fields.text(entry, "text");
    note(Notice.BROWSER, Fields.text(entry, "level"), text, Fields.text(entry, "url"));
  }

  /** Says no to it; leaving a page is let happen. */
  private void dialog(Cdp cdp, JsonObject event) {
    String type = Fields.text(event, "type");
    boolean leaving = type.equals("beforeunload");
    cdp.post("Page.handleJavaScriptDialog", Params.of("accept", leaving).json());
    String text = type + ": " + Fields.text(event, "message") + (leaving ? "" : " (dismissed)");
    note("dialog", "", text, Fields.text(event, "url"));
  }

  private void download(JsonObject event) {
    String name = Fields.text(event, "suggestedFilename");
    note("download", "", name + " (refused)", Fields.text(event, "url"));
  }

  /** Writes it down, unless there were too many of its kind already. */
  void note(String kind, String level, String text, String url) {
    int count = counts.merge(kind, 1, Integer::sum);
    if (count <= MOST) {
      String words = count == MOST ? "more of this kind are not written down" : text;
      recorder.noticed(
          new Notice(
              recorder.now(), kind, level, Fields.cut(words, LONGEST), Fields.cut(url, LONGEST)));
    }
  }

  private static String firstUrl(JsonObject stack) {
    List<JsonObject> frames = Fields.objects(stack, "callFrames");
    return frames.isEmpty() ? "" : Fields.text(frames.get(0), "url");
  }

  private static String value(JsonObject remote) {
    String value = Fields.text(remote, "value");
    return value.isEmpty() ? Fields.text(remote, "description") : value;
  }
}
