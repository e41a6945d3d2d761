package dev.affiant.engine.playwright;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.affiant.casefile.TargetUrl;
import dev.affiant.engine.Arrival;
import dev.affiant.engine.cdp.Cdp;
import dev.affiant.engine.cdp.Params;

/** One context with one page, driven by Playwright. */
public final class PlaywrightTab implements AutoCloseable {
  private static final int BEAT_MILLIS = 20;

  private final BrowserContext context;
  private final Page page;
  private final PlaywrightCdp cdp;

  PlaywrightTab(BrowserContext context, Page page, PlaywrightCdp cdp) {
    this.context = context;
    this.page = page;
    this.cdp = cdp;
  }

  /** The page's DevTools session. */
  public Cdp cdp() {
    return cdp;
  }

  public Arrival goTo(TargetUrl url) {
    JsonObject answer = cdp.send("Page.navigate", Params.of("url", url.toString()).json());
    String failure = answer.has("errorText") ? answer.get("errorText").getAsString() : "";
    return new Arrival(failure.isEmpty(), failure);
  }

  public void beat() {
    cdp.flush();
    Failures.named("beat", () -> page.waitForTimeout(BEAT_MILLIS));
  }

  @Override
  public void close() {
    Failures.named("close", () -> context.close());
  }
}
