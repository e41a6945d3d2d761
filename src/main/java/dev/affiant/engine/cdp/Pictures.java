package dev.affiant.engine.cdp;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.affiant.engine.BrowserFailure;
import dev.affiant.engine.Strip;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes pictures of a page as lossless PNG. The page is not scrolled for it and no style is put
 * into it, so that a header which stays in view is shown once, where it stands.
 *
 * <p>A shot that is too tall comes back with the right size and blank rows; so very tall pages are
 * taken in strips that cover them exactly, and what came back is looked at before it is believed.
 *
 * <p>Source: DevTools protocol, Page.captureScreenshot.
 */
final class Pictures {
  /** Up to this many pixels, one shot is right and quickest. */
  static final int ONE_SHOT_MAX = 30_000;

  /** The height of a strip in pixels. */
  static final int STRIP = 8_000;

  /** Smaller strips are not tried. */
  private static final int LEAST_STRIP = 2_000;

  /** No page is shown further down than this, in CSS pixels. */
  static final int TALLEST = 100_000;

  /** Wider than this a picture does not get, in CSS pixels. */
  static final int WIDEST = 8_000;

  /** Pictures that are taller, in pixels, have their rows looked at. */
  private static final int DOUBTFUL = 16_384;

  /** So many rows of a single colour are looked into. */
  private static final int BLANK_ROWS = 800;

  private final Cdp cdp;
  private final FrameTree frames;
  private final double scale;
  private Optional<Strip> view = Optional.empty();

  Pictures(Cdp cdp, FrameTree frames, double scale) {
    this.cdp = cdp;
    this.frames = frames;
    this.scale = scale;
  }

  Strip viewport() {
    JsonObject view = layout().getAsJsonObject("cssVisualViewport");
    Rect part =
        new Rect(
            real(view, "pageX"),
            real(view, "pageY"),
            real(view, "clientWidth"),
            real(view, "clientHeight"));
    Strip strip = new Strip(part, scale, shot(how()));
    checkSize(strip);
    this.view = Optional.of(strip);
    return strip;
  }

  /** The page was moved or acted upon: what was seen of it is not how it looks. */
  void moved() {
    view = Optional.empty();
  }

  Strip part(Rect part) {
    JsonObject how = how();
    JsonObject clip = new JsonObject();
    clip.addProperty("x", part.x());
    clip.addProperty("y", part.y());
    clip.addProperty("width", part.width());
    clip.addProperty("height", part.height());
    clip.addProperty("scale", 1);
    how.add("clip", clip);
    how.addProperty("captureBeyondViewport", true);
    Strip strip = new Strip(part, scale, shot(how));
    checkSize(strip);
    return strip;
  }

  /**
   * The whole page from the top, and what is wrong with what was given. Of a page that fits the
   * window it is the picture of the window, if one was just taken.
   */
  List<Reason> fullPage(Consumer<Strip> each) {
    JsonObject size = layout().getAsJsonObject("cssContentSize");
    double width = Math.max(1, Math.ceil(real(size, "width")));
    double height = Math.max(1, Math.ceil(real(size, "height")));
    Rect whole = new Rect(0, 0, width, height);
    Optional<Strip> same = view.filter(strip -> strip.part().equals(whole));
    if (same.isPresent()) {
      each.accept(same.get());
      return List.of();
    }
    List<Reason> wrong = new ArrayList<>();
    if (height > TALLEST) {
      wrong.add(cut("the page is %.0f px tall; the first %d are shown", height, TALLEST));
    }
    if (width > WIDEST) {
      wrong.add(cut("the page is %.0f px wide; the first %d are shown", width, WIDEST));
    }
    Rect page = new Rect(0, 0, Math.min(width, WIDEST), Math.min(height, TALLEST));
    boolean one = page.height() * scale <= ONE_SHOT_MAX;
    double step = one ? page.height() : Math.floor(STRIP / scale);
    boolean doubtful = page.height() * scale > DOUBTFUL;
    for (Rect part : cut(page, step)) {
      take(part, doubtful, each, wrong);
    }
    return wrong;
  }

  /** Parts of this height that cover the whole exactly. */
  private static List<Rect> cut(Rect whole, double step) {
    List<Rect> parts = new ArrayList<>();
    double end = whole.y() + whole.height();
    for (double y = whole.y(); y < end; y += step) {
      parts.add(new Rect(whole.x(), y, whole.width(), Math.min(step, end - y)));
    }
    return parts;
  }

  /** Takes a part, and takes it again in smaller ones if it is not to be believed. */
  private void take(Rect part, boolean doubtful, Consumer<Strip> each, List<Reason> wrong) {
    Strip strip = part(part);
    String doubt = doubtful ? doubt(strip) : "";
    if (!doubt.isEmpty() && part.height() * scale > LEAST_STRIP) {
      double half = Math.ceil(Math.min(part.height(), STRIP / scale) / 2);
      for (Rect smaller : cut(part, half)) {
        take(smaller, true, each, wrong);
      }
      return;
    }
    if (!doubt.isEmpty()) {
      wrong.add(new Reason("blank:screenshot-full", doubt));
    }
    each.accept(strip);
  }

  /** Why this picture is not to be believed, or nothing. */
  private String doubt(Strip strip) {
    for (Png.Blank blank : Png.of(strip.png()).blanks(BLANK_ROWS)) {
      double from = strip.part().y() + blank.from() / scale;
      double to = strip.part().y() + blank.to() / scale;
      boolean solid =
          frames
              .ask(
                  Script.SOLID,
                  new JsonPrimitive(from),
                  new JsonPrimitive(to),
                  new JsonPrimitive(blank.colour()))
              .getAsBoolean();
      if (solid) {
        return "one colour from y = %.0f to %.0f, where the page shows something"
            .formatted(from, to);
      }
    }
    return "";
  }

  private void checkSize(Strip strip) {
    Png png = Png.of(strip.png());
    Rect part = strip.part();
    if (Math.abs(png.width() - part.width() * scale) > 1
        || Math.abs(png.height() - part.height() * scale) > 1) {
      throw new BrowserFailure(
          BrowserFailure.Kind.REFUSED,
          "Page.captureScreenshot: asked for %.0f × %.0f CSS px at scale %s, got %d × %d px"
              .formatted(part.width(), part.height(), scale, png.width(), png.height()));
    }
  }

  private byte[] shot(JsonObject how) {
    String data = cdp.send("Page.captureScreenshot", how).get("data").getAsString();
    try {
      byte[] bytes = Base64Text.bytes(data);
      Png.of(bytes);
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new BrowserFailure(
          BrowserFailure.Kind.REFUSED, "Page.captureScreenshot: " + e.getMessage(), e);
    }
  }

  private static JsonObject how() {
    JsonObject how = new JsonObject();
    how.addProperty("format", "png");
    how.addProperty("fromSurface", true);
    how.addProperty("optimizeForSpeed", true);
    return how;
  }

  private JsonObject layout() {
    return cdp.send("Page.getLayoutMetrics", new JsonObject());
  }

  private static Reason cut(String words, double is, int shown) {
    return new Reason("truncated:screenshot-full", words.formatted(is, shown));
  }

  private static double real(JsonObject of, String name) {
    return of.get(name).getAsDouble();
  }
}
