package dev.affiant.engine.playwright;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.affiant.casefile.TargetUrl;
import dev.affiant.engine.Arrival;
import dev.affiant.engine.BrowserFailure;
import dev.affiant.engine.FrameDom;
import dev.affiant.engine.Glance;
import dev.affiant.engine.Key;
import dev.affiant.engine.Signs;
import dev.affiant.engine.Spot;
import dev.affiant.engine.Strip;
import dev.affiant.engine.Tab;
import dev.affiant.engine.Unfit;
import dev.affiant.engine.Wanted;
import dev.affiant.engine.Words;
import dev.affiant.engine.cdp.ChromiumPage;
import dev.affiant.engine.cdp.Params;
import dev.affiant.engine.cdp.Switchboard;
import dev.affiant.engine.cdp.Traffic;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Rect;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One context with one page: Playwright made it, DevTools tells what happens in it. */
final class PlaywrightTab implements Tab {
  private static final long BEAT_NANOS = 20_000_000;

  /** Playwright's own news of the page is taken in once in so many beats, or it would pile up. */
  private static final int NEWS = 50;

  private final BrowserContext context;
  private final Page page;
  private final Switchboard board;
  private final Traffic traffic;
  private final ChromiumPage content;
  private int beats;

  PlaywrightTab(Page page, Switchboard board, Traffic traffic, ChromiumPage content) {
    this.context = page.context();
    this.page = page;
    this.board = board;
    this.traffic = traffic;
    this.content = content;
  }

  @Override
  public Arrival goTo(TargetUrl url) {
    JsonObject to = Params.of("url", url.toString()).json();
    JsonObject answer = traffic.page().send("Page.navigate", to);
    boolean download = answer.has("isDownload") && answer.get("isDownload").getAsBoolean();
    String failure = answer.has("errorText") ? answer.get("errorText").getAsString() : "";
    Optional<String> lane =
        answer.has("loaderId")
            ? traffic.laneAnswered(answer.get("loaderId").getAsString())
            : Optional.empty();
    return new Arrival(
        failure.isEmpty() && !download && lane.isEmpty(),
        lane.orElse(download ? "download" : failure));
  }

  @Override
  public void beat() {
    long end = System.nanoTime() + BEAT_NANOS;
    do {
      board.breathe();
    } while (System.nanoTime() < end);
    traffic.beat();
    if (++beats % NEWS == 0) {
      news();
    }
  }

  private void news() {
    try {
      Failures.named("news", () -> page.waitForTimeout(0));
    } catch (BrowserFailure e) {
      // A page that crashed has none; that is noted elsewhere, and others may still go on.
      if (e.kind() == BrowserFailure.Kind.TIMEOUT) {
        throw e;
      }
    }
  }

  /** Makes the renderer die, to see that it is noticed. */
  void crash() {
    traffic.page().post("Page.crash", Params.none());
  }

  @Override
  public Glance glance() {
    return content.glance();
  }

  @Override
  public Signs signs(Wanted wanted) {
    return content.signs(wanted);
  }

  @Override
  public List<String> texts(String css, int most) {
    return content.texts(css, most);
  }

  @Override
  public int count(String css, boolean visible, int most) {
    return content.count(css, visible, most);
  }

  @Override
  public int pauseMedia() {
    return content.pauseMedia();
  }

  @Override
  public boolean press(Key key) {
    content.press(key);
    return true;
  }

  @Override
  public Unfit unfit() {
    return content.unfit();
  }

  @Override
  public int scrollTo(int y) {
    return content.scrollTo(y);
  }

  @Override
  public List<Spot> find(String css, int most) {
    return content.find(css, most);
  }

  @Override
  public boolean click(Spot spot) {
    return content.click(spot);
  }

  @Override
  public Strip viewport() {
    return content.viewport();
  }

  @Override
  public Strip picture(Rect part) {
    return content.picture(part);
  }

  @Override
  public List<Reason> fullPage(Consumer<Strip> each) {
    return content.fullPage(each);
  }

  @Override
  public List<FrameDom> dom() {
    return content.dom();
  }

  @Override
  public Words words() {
    return content.words();
  }

  @Override
  public byte[] mhtml() {
    return content.mhtml();
  }

  @Override
  public void close() {
    traffic.end();
    Failures.named("close", () -> context.close());
  }
}
