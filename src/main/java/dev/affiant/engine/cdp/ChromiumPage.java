package dev.affiant.engine.cdp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.affiant.engine.Action;
import dev.affiant.engine.BrowserFailure;
import dev.affiant.engine.FrameDom;
import dev.affiant.engine.Glance;
import dev.affiant.engine.Key;
import dev.affiant.engine.Recorder;
import dev.affiant.engine.Signs;
import dev.affiant.engine.Spot;
import dev.affiant.engine.Strip;
import dev.affiant.engine.Unfit;
import dev.affiant.engine.Wanted;
import dev.affiant.engine.Words;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Rect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a tab reads from its page and does to it, over DevTools: the page half of an engine's {@link
 * dev.affiant.engine.Tab}.
 *
 * <p>Everything that looks into the page runs in a world of our own, beside the page's. Calls block
 * until the browser answers; an interrupt breaks them. Owned by the engine's thread.
 */
public final class ChromiumPage {
  /** No page is kept beyond this many characters, its frames included. */
  private static final int MOST_HTML = 64_000_000;

  private static final int MOST_SHEETS = 1_000;

  private final Cdp cdp;
  private final Recorder recorder;
  private final FrameTree frames;
  private final Pictures pictures;
  private final Set<Script> told = EnumSet.noneOf(Script.class);

  /**
   * @param page the page's session
   * @param apart its frames in other processes
   * @param recorder told of each script that is run in the page, once, with its source
   * @param scale device pixels for one CSS pixel, as the tab was opened with
   */
  public ChromiumPage(Cdp page, Frames apart, Recorder recorder, double scale) {
    this.cdp = page;
    this.recorder = recorder;
    this.frames = new FrameTree(page, apart, this::used);
    this.pictures = new Pictures(page, frames, scale);
  }

  public Glance glance() {
    JsonObject g = frames.ask(Script.GLANCE).getAsJsonObject();
    return new Glance(
        text(g, "url"),
        text(g, "document"),
        text(g, "title"),
        text(g, "lang"),
        text(g, "canonical"),
        text(g, "charset"),
        text(g, "ready"),
        g.get("mutations").getAsLong(),
        whole(g, "width"),
        whole(g, "height"),
        whole(g, "y"),
        whole(g, "pending"),
        g.get("fonts").getAsBoolean(),
        whole(g, "words"),
        whole(g, "shown"),
        g.get("secret").getAsBoolean());
  }

  /** What gates are told by, of the page itself. */
  public Signs signs(Wanted wanted) {
    JsonArray selectors = new JsonArray();
    wanted.selectors().forEach(selectors::add);
    JsonArray data = new JsonArray();
    for (Wanted.Datum datum : wanted.data()) {
      JsonObject one = new JsonObject();
      one.addProperty("script", datum.script());
      JsonArray path = new JsonArray();
      datum.path().forEach(path::add);
      one.add("path", path);
      data.add(one);
    }
    return SignsReading.of(frames.ask(Script.SIGNS, selectors, data).getAsJsonObject());
  }

  /** What elements say that show, of the page itself. */
  public List<String> texts(String css, int most) {
    JsonArray found =
        frames.ask(Script.TEXT, new JsonPrimitive(css), new JsonPrimitive(most)).getAsJsonArray();
    List<String> texts = new ArrayList<>();
    found.forEach(each -> texts.add(each.getAsString()));
    return texts;
  }

  /** How many elements match on the page itself, counted to a bound. */
  public int count(String css, boolean visible, int most) {
    return frames
        .ask(
            Script.COUNT,
            new JsonPrimitive(css),
            new JsonPrimitive(visible),
            new JsonPrimitive(most))
        .getAsInt();
  }

  /** Pauses what plays, and says how many did. */
  public int pauseMedia() {
    return frames.ask(Script.PAUSE).getAsInt();
  }

  /** Presses a key that only moves about or closes. */
  public void press(Key key) {
    pictures.moved();
    for (String type : List.of("rawKeyDown", "keyUp")) {
      JsonObject event = new JsonObject();
      event.addProperty("type", type);
      event.addProperty("key", key.word());
      event.addProperty("code", key.word());
      event.addProperty("windowsVirtualKeyCode", key.code());
      cdp.send("Input.dispatchKeyEvent", event);
    }
  }

  /** What is not used, of the page and every frame that answers; a frame that is gone uses none. */
  public Unfit unfit() {
    Unfit all = Unfit.NOTHING;
    for (Frame frame : frames.all()) {
      try {
        JsonObject u =
            frame.world().run(Script.UNFIT, new JsonPrimitive(MOST_SHEETS)).getAsJsonObject();
        all = all.and(unfit(u));
      } catch (BrowserFailure e) {
        if (e.kind() != BrowserFailure.Kind.REFUSED) {
          throw e;
        }
      }
    }
    return all;
  }

  private static Unfit unfit(JsonObject u) {
    return new Unfit(
        whole(u, "images"),
        whole(u, "fonts"),
        whole(u, "media"),
        texts(u, "unused"),
        texts(u, "empty"));
  }

  private static List<String> texts(JsonObject of, String name) {
    List<String> texts = new ArrayList<>();
    of.getAsJsonArray(name).forEach(each -> texts.add(each.getAsString()));
    return texts;
  }

  public int scrollTo(int y) {
    pictures.moved();
    return frames.ask(Script.SCROLL, new JsonPrimitive(y)).getAsInt();
  }

  public List<Spot> find(String css, int most) {
    JsonArray found =
        frames.ask(Script.FIND, new JsonPrimitive(css), new JsonPrimitive(most)).getAsJsonArray();
    List<Spot> spots = new ArrayList<>();
    for (JsonElement each : found) {
      spots.add(spot(css, each.getAsJsonObject()));
    }
    return spots;
  }

  private static Spot spot(String css, JsonObject s) {
    JsonArray box = s.getAsJsonArray("box");
    return new Spot(
        text(s, "handle"),
        css,
        text(s, "tag"),
        text(s, "type"),
        text(s, "href"),
        s.get("submits").getAsBoolean(),
        text(s, "role"),
        text(s, "name"),
        s.get("visible").getAsBoolean(),
        new Rect(
            box.get(0).getAsDouble(),
            box.get(1).getAsDouble(),
            box.get(2).getAsDouble(),
            box.get(3).getAsDouble()));
  }

  /**
   * Clicks the middle of an element as a mouse would; false if it cannot be hit as it was found.
   */
  public boolean click(Spot spot) {
    pictures.moved();
    JsonObject what = new JsonObject();
    what.addProperty("handle", spot.handle());
    what.addProperty("tag", spot.tag());
    what.addProperty("type", spot.type());
    what.addProperty("href", spot.href());
    what.addProperty("submits", spot.submits());
    JsonObject aim = frames.ask(Script.AIM, what).getAsJsonObject();
    if (aim.has("no")) {
      return false;
    }
    mouse("mouseMoved", aim, "none");
    mouse("mousePressed", aim, "left");
    mouse("mouseReleased", aim, "left");
    return true;
  }

  private void mouse(String type, JsonObject at, String button) {
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("x", at.get("x"));
    event.add("y", at.get("y"));
    event.addProperty("button", button);
    event.addProperty("clickCount", button.equals("none") ? 0 : 1);
    cdp.send("Input.dispatchMouseEvent", event);
  }

  public Strip viewport() {
    return pictures.viewport();
  }

  public Strip picture(Rect part) {
    return pictures.part(part);
  }

  public List<Reason> fullPage(Consumer<Strip> each) {
    return pictures.fullPage(each);
  }

  /** The page and every frame in it; a frame that cannot be read says why. */
  public List<FrameDom> dom() {
    List<FrameDom> found = new ArrayList<>();
    boolean late = false;
    int room = MOST_HTML;
    for (Frame frame : frames.all()) {
      if (late) {
        found.add(new FrameDom(frame.path(), frame.url(), "", "no time was left"));
        continue;
      }
      try {
        FrameDom read = dom(frame, room);
        room -= read.html().length();
        found.add(read);
      } catch (BrowserFailure e) {
        if (found.isEmpty()) {
          throw e;
        }
        late = e.kind() != BrowserFailure.Kind.REFUSED;
        found.add(new FrameDom(frame.path(), frame.url(), "", String.valueOf(e.getMessage())));
      }
    }
    if (found.size() >= FrameTree.MOST) {
      found.add(new FrameDom("", "", "", "more than " + FrameTree.MOST + " frames"));
    }
    return found;
  }

  private static FrameDom dom(Frame frame, int room) {
    JsonObject read = frame.world().run(Script.DOM, new JsonPrimitive(room)).getAsJsonObject();
    String url = read.has("url") ? text(read, "url") : frame.url();
    return new FrameDom(frame.path(), url, text(read, "html"), text(read, "failure"));
  }

  public Words words() {
    return new Reading(frames.all()).all();
  }

  public byte[] mhtml() {
    JsonObject how = new JsonObject();
    how.addProperty("format", "mhtml");
    return text(cdp.send("Page.captureSnapshot", how), "data").getBytes(StandardCharsets.UTF_8);
  }

  /** Puts a script on record when it is first used. */
  private void used(Script script) {
    if (told.add(script)) {
      ObjectNode with = Json.object();
      with.put("name", script.file());
      with.put("sha256", script.sha256().hex());
      with.put("source", script.source());
      recorder.did(new Action(recorder.now(), 0, "script", with, "ok"));
    }
  }

  private static String text(JsonObject of, String name) {
    return of.get(name).getAsString();
  }

  private static int whole(JsonObject of, String name) {
    return (int) Math.min(Integer.MAX_VALUE, of.get(name).getAsDouble());
  }
}
