package dev.affiant.engine.playwright;

import com.microsoft.playwright.Playwright;
import dev.affiant.engine.Leash;
import dev.affiant.engine.ProcessTree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Playwright's driver, running: what speaks to it, and its processes. */
final class DriverProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final ProcessTree processes = new ProcessTree();
  private final Playwright playwright;

  private DriverProcess() {
    this.playwright = started(processes);
  }

  /** Unpacks it if that was never done, and starts it; the scratch folder is there already. */
  static DriverProcess start(Path cache) {
    DriverCache.ready(cache);
    return Leash.hold(START, DriverProcess::new);
  }

  Playwright playwright() {
    return playwright;
  }

  /** The driver's, and those of every browser that it is told to start. */
  ProcessTree processes() {
    return processes;
  }

  /** Ends it, and whatever it has started, at once. */
  @Override
  public void close() {
    processes.kill();
  }

  /** Starts it; what this JVM has started meanwhile is the driver. */
  private static Playwright started(ProcessTree processes) {
    synchronized (DriverProcess.class) {
      Set<ProcessHandle> before = children();
      try {
        return Failures.named(
            "driver",
            () ->
                Playwright.create(
                    new Playwright.CreateOptions()
                        .setEnv(
                            Map.of(
                                "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                                "1",
                                "TMPDIR",
                                Scratch.own().folder().toString()))));
      } finally {
        since(before).forEach(processes::add);
      }
    }
  }

  private static List<ProcessHandle> since(Set<ProcessHandle> before) {
    return children().stream().filter(p -> !before.contains(p) && isNode(p)).toList();
  }

  private static boolean isNode(ProcessHandle process) {
    return process.info().command().map(c -> c.contains("node")).orElse(false);
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().children().collect(Collectors.toSet());
  }
}
