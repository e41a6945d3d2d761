package dev.affiant.engine.playwright;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Proxy;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import dev.affiant.casefile.ViewingConditions;
import dev.affiant.engine.BrowserFailure;
import dev.affiant.engine.Engine;
import dev.affiant.engine.Leash;
import dev.affiant.engine.Offer;
import dev.affiant.engine.Opening;
import dev.affiant.engine.Tab;
import dev.affiant.engine.cdp.ChromiumPage;
import dev.affiant.engine.cdp.Params;
import dev.affiant.engine.cdp.Switchboard;
import dev.affiant.engine.cdp.Traffic;
import dev.affiant.evidence.Sha256;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A Chromium driven by Playwright over a pipe: no port is open that others could drive it by. */
public final class PlaywrightEngine implements Engine {
  /** A proxy that is not there: what belongs to no capture goes nowhere. */
  private static final String NOWHERE = "http://127.0.0.1:1";

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(5);

  private final Setup setup;
  private final Found found;
  private final boolean sandbox;
  private final DriverProcess driver;
  private final Browser browser;
  private final Scratch.Hold scratch;
  private final Relay relay;
  private final String agent;
  private final CompletableFuture<Optional<Sha256>> hash;

  private PlaywrightEngine(Setup setup, Start start) {
    this.setup = setup;
    this.found = start.found;
    this.sandbox = start.sandbox;
    this.hash = start.hash;
    this.scratch = start.scratch;
    this.relay = start.relay;
    this.driver = start.driver;
    this.browser = start.browser;
    this.agent = start.agent + " " + setup.agent();
  }

  /** What is started one after another, so that it can be ended if the next step fails. */
  private static final class Start {
    private final Found found;
    private final boolean sandbox;
    private final CompletableFuture<Optional<Sha256>> hash;
    private final Scratch.Hold scratch;
    private final Relay relay;
    private final DriverProcess driver;
    private final Browser browser;
    private final String agent;

    Start(
        Setup setup, Found found, Scratch.Hold scratch, CompletableFuture<DriverProcess> starting) {
      this.found = found;
      this.scratch = scratch;
      sandbox = Sandbox.possible(setup);
      hash = CompletableFuture.supplyAsync(() -> Fingerprint.of(found, setup.cache()));
      // A process makes the pipes; the driver takes longest to start and need not wait for that.
      CompletableFuture<Relay> pipes =
          CompletableFuture.supplyAsync(
              () -> Relay.to(found.executable(), Scratch.own().folder()), Start::onAThread);
      try {
        driver = joined(starting);
        relay = joined(pipes);
        browser =
            Failures.starting(
                found.executable(),
                () -> driver.playwright().chromium().launch(options(setup, relay, sandbox, found)));
        relay.joined();
        driver.processes().look();
        agent =
            relay
                .board()
                .browser()
                .send("Browser.getVersion", Params.none())
                .get("userAgent")
                .getAsString();
      } catch (RuntimeException e) {
        starting.thenAccept(DriverProcess::close).exceptionally(none -> null).join();
        pipes.thenAccept(Relay::close).exceptionally(none -> null).join();
        scratch.close();
        throw e;
      }
    }

    private static void onAThread(Runnable work) {
      Thread thread = new Thread(work, "engine-start");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * Finds a browser, starts driver and browser, and owns them from this thread.
   *
   * @throws BrowserFailure saying in one line what is missing and what mends it
   */
  public static PlaywrightEngine start(Setup setup) {
    // Getting a browser can take minutes and says so; starting it cannot.
    Found found = new Browsers(setup).find();
    Scratch.Hold scratch = Scratch.own().take();
    CompletableFuture<DriverProcess> driver =
        CompletableFuture.supplyAsync(() -> DriverProcess.start(setup.cache()), Start::onAThread);
    return Leash.hold(
        START, () -> new PlaywrightEngine(setup, new Start(setup, found, scratch, driver)));
  }

  private static <T> T joined(CompletableFuture<T> work) {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrowserFailure(BrowserFailure.Kind.TIMEOUT, "the driver does not start", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e);
    }
  }

  private static BrowserType.LaunchOptions options(
      Setup setup, Relay relay, boolean sandbox, Found found) {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(relay.script())
        .setArgs(Flags.of(found, setup))
        .setChromiumSandbox(sandbox)
        .setHandleSIGHUP(false)
        .setHandleSIGINT(false)
        .setHandleSIGTERM(false)
        .setTimeout(30_000)
        .setProxy(new Proxy(NOWHERE));
  }

  @Override
  public Offer offers() {
    return new Offer(
        "playwright",
        DriverCache.version(),
        found.name(),
        browser.version(),
        found.executable().toString(),
        hash.join(),
        Flags.of(found, setup),
        sandbox,
        Map.of());
  }

  @Override
  public Tab open(Opening opening) {
    ViewingConditions view = opening.permit().order().view();
    Switchboard board = relay.board();
    Set<String> before = pages(board);
    BrowserContext context = Failures.named("open", () -> context(view, opening.proxy()));
    Page page = Failures.named("open", context::newPage);
    Traffic traffic = new Traffic(board, new Traffic.Whom(opened(board, before), agent), opening);
    traffic.begin();
    driver.processes().look();
    ChromiumPage content =
        new ChromiumPage(traffic.page(), traffic.frames(), opening.recorder(), view.scale());
    return new PlaywrightTab(page, board, traffic, content);
  }

  /** The one page that was not there before; asking Playwright for it takes three journeys. */
  private static String opened(Switchboard board, Set<String> before) {
    Set<String> now = pages(board);
    now.removeAll(before);
    if (now.size() != 1) {
      throw new BrowserFailure(
          BrowserFailure.Kind.REFUSED, "open: " + now.size() + " pages came of one new page");
    }
    return now.iterator().next();
  }

  private static Set<String> pages(Switchboard board) {
    Set<String> pages = new HashSet<>();
    JsonObject targets = board.root().send("Target.getTargets", Params.none());
    for (JsonElement each : targets.getAsJsonArray("targetInfos")) {
      JsonObject info = each.getAsJsonObject();
      if (info.get("type").getAsString().equals("page")) {
        pages.add(info.get("targetId").getAsString());
      }
    }
    return pages;
  }

  private BrowserContext context(ViewingConditions view, InetSocketAddress proxy) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setProxy(new Proxy("http://" + host(proxy) + ":" + proxy.getPort()))
            .setUserAgent(agent)
            .setViewportSize(view.width(), view.height())
            .setDeviceScaleFactor(view.scale())
            .setLocale(view.locale())
            .setTimezoneId(view.timezone())
            .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
            .setAcceptDownloads(false));
  }

  private static String host(InetSocketAddress proxy) {
    String host = proxy.getAddress().getHostAddress();
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /** The ids of browser and driver, and of all that they have started, as far as they live. */
  List<Long> processes() {
    return driver.processes().living();
  }

  @Override
  public void kill() {
    driver.close();
    relay.close();
    scratch.close();
  }

  @Override
  public void close() {
    try {
      Leash.run(
          END,
          () -> {
            Failures.named("close", () -> browser.close());
            Failures.named("close", driver.playwright()::close);
          });
    } catch (BrowserFailure e) {
      // It did not go by itself; it goes now.
    } finally {
      driver.processes().kill();
      driver.processes().gone(END);
      kill();
    }
  }
}
