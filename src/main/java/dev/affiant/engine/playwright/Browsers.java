package dev.affiant.engine.playwright;

import dev.affiant.engine.BrowserFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a Chromium on this machine, or gets one, in this order: the one that somebody named;
 * Playwright's own; an installed one; by Playwright's installer; by the distribution's, where we
 * are root on Debian or Ubuntu. Of several it prefers the headless shell, which is twice as fast.
 */
public final class Browsers {
  /** Names on the PATH, best first, and what they are. */
  private static final List<Map.Entry<String, String>> NAMES =
      List.of(
          Map.entry("chromium-headless-shell", "Chromium headless shell"),
          Map.entry("chrome-headless-shell", "Chrome headless shell"),
          Map.entry("chromium", "Chromium"),
          Map.entry("chromium-browser", "Chromium"),
          Map.entry("google-chrome", "Google Chrome"),
          Map.entry("google-chrome-stable", "Google Chrome"),
          Map.entry("microsoft-edge", "Microsoft Edge"),
          Map.entry("microsoft-edge-stable", "Microsoft Edge"));

  private static final List<String> APT =
      List.of(
          "apt-get",
          "install",
          "-y",
          "--no-install-recommends",
          "chromium-headless-shell",
          "chromium-common");

  private static final String MEND =
      "mend: apt-get install chromium, or set AFFIANT_BROWSER to a Chromium's path";

  private final Setup setup;
  private final Machine machine;

  public Browsers(Setup setup) {
    this(setup, Machine.here());
  }

  Browsers(Setup setup, Machine machine) {
    this.setup = setup;
    this.machine = machine;
  }

  /**
   * The browser to use, without getting one.
   *
   * @throws BrowserFailure of the kind GONE if somebody named one that cannot be run
   */
  public Optional<Found> look() {
    if (setup.browser().isPresent()) {
      return Optional.of(configured(setup.browser().get()));
    }
    return playwrights().or(this::installed);
  }

  /**
   * The browser to use; one is got if there is none.
   *
   * @throws BrowserFailure of the kind GONE when there is none, with the reason and what mends it
   */
  public Found find() {
    Optional<Found> found = look();
    if (found.isPresent()) {
      return found.get();
    }
    List<String> reasons = new ArrayList<>();
    return downloaded(reasons)
        .or(() -> packaged(reasons))
        .orElseThrow(
            () ->
                new BrowserFailure(
                    BrowserFailure.Kind.GONE,
                    "no browser: none is installed; " + String.join("; ", reasons) + "; " + MEND));
  }

  private Optional<Found> downloaded(List<String> reasons) {
    setup.progress().accept("no browser is installed; asking Playwright's installer for one");
    List<String> command = new ArrayList<>(DriverCache.command(setup.cache()));
    command.addAll(List.of("install", "--only-shell", "chromium"));
    Machine.Ran ran = machine.run(command);
    if (!ran.well()) {
      reasons.add("Playwright's installer: " + ran.lastLine());
      return Optional.empty();
    }
    // Its browser needs libraries that a bare machine lacks; then the distribution's is next.
    Optional<Found> found = playwrights();
    boolean runs =
        found
            .map(f -> machine.run(List.of(f.executable().toString(), "--version")).well())
            .orElse(false);
    if (!runs) {
      reasons.add("Playwright's browser does not run here");
    }
    return runs ? found : Optional.empty();
  }

  private Optional<Found> packaged(List<String> reasons) {
    if (!machine.apt()) {
      reasons.add("the distribution's package needs root on Debian or Ubuntu");
      return Optional.empty();
    }
    setup.progress().accept("installing the distribution's chromium-headless-shell");
    Machine.Ran ran = machine.run(APT);
    if (!ran.well()) {
      machine.run(List.of("apt-get", "update"));
      ran = machine.run(APT);
    }
    if (!ran.well()) {
      reasons.add("apt-get: " + ran.lastLine());
    }
    return installed();
  }

  private static Found configured(Path path) {
    if (!Files.isExecutable(path) || Files.isDirectory(path)) {
      throw new BrowserFailure(
          BrowserFailure.Kind.GONE, "AFFIANT_BROWSER is " + path + ", which cannot be run");
    }
    return new Found(path, nameOf(path), "configured");
  }

  private static String nameOf(Path path) {
    String file = String.valueOf(path.getFileName());
    return NAMES.stream()
        .filter(n -> n.getKey().equals(file))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(file);
  }

  private Optional<Found> playwrights() {
    Path root = machine.playwrightBrowsers();
    return newest(root, "chromium_headless_shell-", "headless")
        .map(p -> new Found(p, "Chromium headless shell", "playwright"))
        .or(
            () ->
                newest(root, "chromium-", "chrom")
                    .map(p -> new Found(p, "Chromium", "playwright")));
  }

  private static Optional<Path> newest(Path root, String prefix, String binary) {
    if (!Files.isDirectory(root)) {
      return Optional.empty();
    }
    try (Stream<Path> each = Files.list(root)) {
      return each.filter(p -> String.valueOf(p.getFileName()).startsWith(prefix))
          .filter(p -> Files.exists(p.resolve("INSTALLATION_COMPLETE")))
          .sorted((a, b) -> Long.compare(revision(b, prefix), revision(a, prefix)))
          .flatMap(p -> binaries(p, binary))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(root + " cannot be listed", e);
    }
  }

  private static long revision(Path folder, String prefix) {
    String digits = String.valueOf(folder.getFileName()).substring(prefix.length());
    return digits.chars().allMatch(Character::isDigit) && digits.length() < 10
        ? Long.parseLong("0" + digits)
        : 0;
  }

  private static Stream<Path> binaries(Path folder, String name) {
    try (Stream<Path> all = Files.walk(folder, 2)) {
      return all
          .filter(p -> Files.isRegularFile(p) && Files.isExecutable(p))
          .filter(p -> String.valueOf(p.getFileName()).matches(".*(chrome|headless[-_]shell)"))
          .filter(p -> String.valueOf(p).contains(name))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be listed", e);
    }
  }

  private Optional<Found> installed() {
    for (Map.Entry<String, String> name : NAMES) {
      for (Path folder : machine.folders()) {
        Path file = folder.resolve(name.getKey());
        if (Files.isRegularFile(file) && Files.isExecutable(file)) {
          return Optional.of(new Found(machine.real(file), name.getValue(), "installed"));
        }
      }
    }
    return Optional.empty();
  }

  /** Removes what browsers of killed processes left in the system's folder for temporary files. */
  public static void clearLeftovers() {
    Scratch.own().take().close();
  }
}
