package dev.affiant.engine.playwright;

import dev.affiant.engine.BrowserFailure;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a Chromium on this machine: the one that somebody named, Playwright's own, an installed
 * one. Of several it prefers the headless shell, which is twice as fast.
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

  /** Where distributions put the binaries that the PATH's scripts start. */
  private static final List<String> PLACES =
      List.of(
          "/usr/lib/chromium",
          "/usr/lib64/chromium-browser",
          "/usr/lib/chromium-browser",
          "/opt/google/chrome",
          "/opt/microsoft/msedge");

  private final Setup setup;
  private final Map<String, String> env;

  public Browsers(Setup setup, Map<String, String> env) {
    this.setup = setup;
    this.env = Map.copyOf(env);
  }

  /**
   * The browser to use.
   *
   * @throws BrowserFailure of the kind GONE when there is none
   */
  public Found find() {
    if (setup.browser().isPresent()) {
      return configured(setup.browser().get());
    }
    return playwrights()
        .or(this::installed)
        .orElseThrow(() -> new BrowserFailure(BrowserFailure.Kind.GONE, "no browser was found"));
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
    Path root =
        Optional.ofNullable(env.get("PLAYWRIGHT_BROWSERS_PATH"))
            .map(Path::of)
            .orElse(Path.of(env.getOrDefault("HOME", "/"), ".cache", "ms-playwright"));
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
      for (Path folder : folders()) {
        Path file = folder.resolve(name.getKey());
        if (Files.isRegularFile(file) && Files.isExecutable(file)) {
          return Optional.of(new Found(real(file), name.getValue(), "installed"));
        }
      }
    }
    return Optional.empty();
  }

  /** The binary behind a distribution's script: scripts add flags of their own. */
  private static Path real(Path file) {
    String name = String.valueOf(file.getFileName());
    return PLACES.stream()
        .map(place -> Path.of(place, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(file);
  }

  private List<Path> folders() {
    Stream<Path> path =
        Stream.of(env.getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(s -> !s.isBlank())
            .map(Path::of);
    return Stream.concat(PLACES.stream().map(Path::of), path).toList();
  }
}
