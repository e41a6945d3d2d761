package dev.affiant.engine.cdp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.affiant.engine.BrowserFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The frames of a page as they are at this moment: those of its own process, and those that live in
 * others.
 */
final class FrameTree {
  /** A page with more frames is read as far as this. */
  static final int MOST = 200;

  private final Cdp page;
  private final Frames frames;
  private final Consumer<Script> used;
  private final Map<String, World> worlds = new HashMap<>();
  private Optional<World> main = Optional.empty();

  FrameTree(Cdp page, Frames frames, Consumer<Script> used) {
    this.page = page;
    this.frames = frames;
    this.used = used;
  }

  /** A frame as a session tells of it. */
  private record Told(String id, String parent, String url, Cdp cdp) {}

  /** Runs a script in the page itself. */
  JsonElement ask(Script script, JsonElement... values) {
    try {
      return main().run(script, values);
    } catch (BrowserFailure e) {
      if (e.kind() != BrowserFailure.Kind.REFUSED) {
        throw e;
      }
      main = Optional.empty(); // another page has taken its place
      return main().run(script, values);
    }
  }

  private World main() {
    if (main.isEmpty()) {
      JsonObject answer = page.send("Page.getFrameTree", new JsonObject());
      JsonObject frame = answer.getAsJsonObject("frameTree").getAsJsonObject("frame");
      main = Optional.of(frame(told(frame, page), "0").world());
    }
    return main.get();
  }

  /** The page and all its frames, each after the one that it stands in; at most {@link #MOST}. */
  List<Frame> all() {
    Map<String, List<Told>> children = children();
    List<Frame> found = new ArrayList<>();
    main = Optional.empty();
    for (Told root : children.getOrDefault("", List.of())) {
      grow(root, "0", children, found);
    }
    worlds.keySet().retainAll(found.stream().map(Frame::id).toList());
    return found;
  }

  private void grow(Told one, String path, Map<String, List<Told>> children, List<Frame> found) {
    if (found.size() >= MOST) {
      return;
    }
    found.add(frame(one, path));
    int ordinal = 0;
    for (Told child : children.getOrDefault(one.id(), List.of())) {
      grow(child, path + "." + ordinal++, children, found);
    }
  }

  private Frame frame(Told told, String path) {
    World world = worlds.computeIfAbsent(told.id(), id -> new World(told.cdp(), id, used));
    if (world.through() != told.cdp()) {
      world = new World(told.cdp(), told.id(), used);
      worlds.put(told.id(), world);
    }
    return new Frame(told.id(), told.parent(), path, told.url(), told.cdp(), world);
  }

  private Map<String, List<Told>> children() {
    Map<String, Told> all = new LinkedHashMap<>();
    gather(page.send("Page.getFrameTree", new JsonObject()), page, all);
    new TreeMap<>(frames.apart()).forEach((id, cdp) -> apart(cdp, all));
    Map<String, List<Told>> children = new HashMap<>();
    all.values().forEach(t -> children.computeIfAbsent(t.parent(), p -> new ArrayList<>()).add(t));
    return children;
  }

  /** A frame can go away between the list and the question; then it is no frame of the page. */
  private static void apart(Cdp cdp, Map<String, Told> all) {
    try {
      gather(cdp.send("Page.getFrameTree", new JsonObject()), cdp, all);
    } catch (BrowserFailure e) {
      if (e.kind() == BrowserFailure.Kind.TIMEOUT) {
        throw e;
      }
    }
  }

  private static void gather(JsonObject answer, Cdp cdp, Map<String, Told> all) {
    walk(answer.getAsJsonObject("frameTree"), cdp, all);
  }

  private static void walk(JsonObject tree, Cdp cdp, Map<String, Told> all) {
    Told told = told(tree.getAsJsonObject("frame"), cdp);
    all.put(told.id(), told);
    if (tree.has("childFrames")) {
      for (JsonElement child : tree.getAsJsonArray("childFrames")) {
        walk(child.getAsJsonObject(), cdp, all);
      }
    }
  }

  private static Told told(JsonObject frame, Cdp cdp) {
    String parent = frame.has("parentId") ? frame.get("parentId").getAsString() : "";
    String fragment = frame.has("urlFragment") ? frame.get("urlFragment").getAsString() : "";
    String url = frame.get("url").getAsString() + fragment;
    return new Told(frame.get("id").getAsString(), parent, url, cdp);
  }
}
