package dev.affiant.engine.playwright;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Proxy;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import dev.affiant.casefile.ViewingConditions;
import dev.affiant.engine.Opening;
import dev.affiant.engine.ProcessTree;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A Chromium driven by Playwright over a pipe: no port is open that others could drive it by. */
public final class PlaywrightEngine {
  /** A proxy that is not there: what belongs to no capture goes nowhere. */
  private static final String NOWHERE = "http://127.0.0.1:1";

  private final Playwright playwright;
  private final Browser browser;
  private final ProcessTree processes;

  private PlaywrightEngine(Playwright playwright, Browser browser, ProcessTree processes) {
    this.playwright = playwright;
    this.browser = browser;
    this.processes = processes;
  }

  /** Finds a browser, starts driver and browser, and owns them from this thread. */
  public static PlaywrightEngine start(Setup setup) {
    Found found = new Browsers(setup, System.getenv()).find();
    DriverCache.ready(setup.cache());
    ProcessTree processes = new ProcessTree();
    Playwright playwright = driver(processes);
    Browser browser =
        Failures.named(
            "launch",
            () -> playwright.chromium().launch(options(found, Flags.of(found, setup), setup)));
    processes.look();
    return new PlaywrightEngine(playwright, browser, processes);
  }

  /** Starts the driver; what this JVM has started meanwhile is the driver. */
  private static Playwright driver(ProcessTree processes) {
    synchronized (PlaywrightEngine.class) {
      Set<ProcessHandle> before = children();
      Playwright playwright =
          Failures.named(
              "driver",
              () ->
                  Playwright.create(
                      new Playwright.CreateOptions()
                          .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
      children().stream().filter(p -> !before.contains(p)).forEach(processes::add);
      return playwright;
    }
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().children().collect(Collectors.toSet());
  }

  private static BrowserType.LaunchOptions options(Found found, List<String> flags, Setup setup) {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(found.executable())
        .setArgs(flags)
        .setChromiumSandbox(setup.sandbox())
        .setHandleSIGHUP(false)
        .setHandleSIGINT(false)
        .setHandleSIGTERM(false)
        .setTimeout(30_000)
        .setProxy(new Proxy(NOWHERE));
  }

  public PlaywrightTab open(Opening opening) {
    ViewingConditions view = opening.permit().order().view();
    return Failures.named("open", () -> tab(context(view, opening.proxy())));
  }

  private PlaywrightTab tab(BrowserContext context) {
    Page page = context.newPage();
    CDPSession session = context.newCDPSession(page);
    processes.look();
    return new PlaywrightTab(context, page, new PlaywrightCdp(session));
  }

  private BrowserContext context(ViewingConditions view, InetSocketAddress proxy) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setProxy(
                    new Proxy(
                        "http://" + proxy.getAddress().getHostAddress() + ":" + proxy.getPort()))
                .setViewportSize(view.width(), view.height())
                .setDeviceScaleFactor(view.scale())
                .setLocale(view.locale())
                .setTimezoneId(view.timezone())
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                .setAcceptDownloads(false));
    context.grantPermissions(List.of());
    return context;
  }

  public void kill() {
    processes.kill();
  }

  public void close() {
    try {
      Failures.named("close", () -> browser.close());
      Failures.named("close", playwright::close);
    } finally {
      processes.kill();
    }
  }
}
