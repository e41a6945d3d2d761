package dev.affiant.engine.cdp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.affiant.engine.BrowserFailure;
import dev.affiant.engine.Words;
import dev.affiant.evidence.Rect;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads every visible word of a page and its frames, in reading order: a frame's words come where
 * the frame stands in the document around it.
 */
final class Reading {
  /** More words than this are not read. */
  static final int MOST = 200_000;

  /** No document is read for longer, in milliseconds. */
  private static final int MILLIS = 6_000;

  /** How many values the script gives for one word. */
  private static final int FIELDS = 9;

  private static final String[] GAPS = {"", " ", "\t", "\n", "\n\n"};

  private final List<Frame> frames;
  private final List<Words.Word> words = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private String cut = "";
  private int lines;

  Reading(List<Frame> frames) {
    this.frames = frames;
  }

  /** Where a document stands on the page: its origin, its size, and what of it can be seen. */
  private record Place(double x, double y, double scale, Rect clip) {
    Rect on(double left, double top, double width, double height) {
      return new Rect(
          round(x + left * scale), round(y + top * scale), width * scale, height * scale);
    }

    boolean shows(Rect box) {
      double midX = box.x() + box.width() / 2;
      double midY = box.y() + box.height() / 2;
      return midX >= clip.x()
          && midX <= clip.x() + clip.width()
          && midY >= clip.y()
          && midY <= clip.y() + clip.height();
    }

    private static double round(double v) {
      return Math.round(v * 100) / 100.0;
    }
  }

  /** A frame whose words are asked for, and its element in the document around it. */
  private record Owned(Frame frame, String element) {}

  Words all() {
    Frame page = frames.get(0);
    Rect everything = new Rect(-1e9, -1e9, 2e9, 2e9);
    JsonObject told = read(page, new Place(0, 0, 1, everything), true);
    if (frames.size() >= FrameTree.MOST) {
      cut("more than " + FrameTree.MOST + " frames");
    }
    Words.Sheet sheet =
        new Words.Sheet(
            told.get("width").getAsDouble(),
            told.get("height").getAsDouble(),
            told.get("viewWidth").getAsInt(),
            told.get("viewHeight").getAsInt(),
            told.get("scale").getAsDouble());
    return new Words(sheet, words, text.toString().strip(), cut);
  }

  private JsonObject read(Frame frame, Place place, boolean top) {
    List<Owned> owned = owned(frame);
    JsonObject ask = new JsonObject();
    ask.addProperty("top", top);
    ask.addProperty("words", MOST - words.size());
    ask.addProperty("millis", MILLIS);
    List<String> elements = owned.stream().map(Owned::element).toList();
    JsonObject told =
        frame.world().run(Script.WORDS, List.of((JsonElement) ask), elements).getAsJsonObject();
    cut(told.get("cut").getAsString());
    take(frame, place, told, owned);
    return told;
  }

  /** The frames that stand directly in this one, and their elements there. */
  private List<Owned> owned(Frame frame) {
    List<Owned> found = new ArrayList<>();
    for (Frame inner : frames) {
      if (!inner.parent().equals(frame.id())) {
        continue;
      }
      try {
        JsonObject which = new JsonObject();
        which.addProperty("frameId", inner.id());
        int node = frame.cdp().send("DOM.getFrameOwner", which).get("backendNodeId").getAsInt();
        found.add(new Owned(inner, frame.world().node(node)));
      } catch (BrowserFailure e) {
        missed(inner, e);
      }
    }
    return found;
  }

  private void take(Frame frame, Place place, JsonObject told, List<Owned> owned) {
    Document document = new Document(frame, place, told);
    for (JsonElement each : told.getAsJsonArray("marks")) {
      JsonObject mark = each.getAsJsonObject();
      document.until(mark.get("at").getAsInt());
      inner(owned.get(mark.get("frame").getAsInt()).frame(), place, mark);
    }
    document.until(Integer.MAX_VALUE);
  }

  private void inner(Frame frame, Place outer, JsonObject mark) {
    if (words.size() >= MOST) {
      return;
    }
    JsonArray c = mark.getAsJsonArray("clip");
    double left = c.get(0).getAsDouble();
    double top = c.get(1).getAsDouble();
    Rect seen = outer.on(left, top, c.get(2).getAsDouble() - left, c.get(3).getAsDouble() - top);
    Rect origin = outer.on(mark.get("x").getAsDouble(), mark.get("y").getAsDouble(), 0, 0);
    double scale = outer.scale() * mark.get("scale").getAsDouble();
    Rect clip = cross(outer.clip(), seen);
    text.append('\n');
    try {
      read(frame, new Place(origin.x(), origin.y(), scale, clip), false);
    } catch (BrowserFailure e) {
      missed(frame, e);
    }
  }

  private static Rect cross(Rect a, Rect b) {
    double left = Math.max(a.x(), b.x());
    double top = Math.max(a.y(), b.y());
    double right = Math.min(a.x() + a.width(), b.x() + b.width());
    double bottom = Math.min(a.y() + a.height(), b.y() + b.height());
    return new Rect(left, top, right - left, bottom - top);
  }

  private void missed(Frame frame, BrowserFailure why) {
    cut("frame " + frame.path() + " was not read: " + why.getMessage());
  }

  private void cut(String why) {
    if (!why.isEmpty()) {
      cut = cut.isEmpty() ? why : cut + "; " + why;
    }
  }

  /** One document's words as its script gave them, taken over in parts. */
  private final class Document {
    private final Frame frame;
    private final Place place;
    private final JsonArray flat;
    private final JsonArray langs;
    private int at;
    private int line = -1;

    Document(Frame frame, Place place, JsonObject told) {
      this.frame = frame;
      this.place = place;
      this.flat = told.getAsJsonArray("words");
      this.langs = told.getAsJsonArray("langs");
    }

    /** Takes over the words before this one. */
    void until(int word) {
      int end = (int) Math.min((long) word * FIELDS, flat.size());
      for (; at < end; at += FIELDS) {
        Rect box = place.on(real(1), real(2), real(3), real(4));
        if (place.shows(box)) {
          take(box);
        }
      }
    }

    private void take(Rect box) {
      if (flat.get(at + 5).getAsInt() != line) {
        line = flat.get(at + 5).getAsInt();
        lines++;
      }
      String word = flat.get(at).getAsString();
      text.append(GAPS[flat.get(at + 6).getAsInt()]).append(word);
      String direction = flat.get(at + 7).getAsInt() == 1 ? "rtl" : "ltr";
      String lang = langs.get(flat.get(at + 8).getAsInt()).getAsString();
      words.add(new Words.Word(word, box, lines, words.size() + 1, frame.path(), direction, lang));
    }

    private double real(int field) {
      return flat.get(at + field).getAsDouble();
    }
  }
}
