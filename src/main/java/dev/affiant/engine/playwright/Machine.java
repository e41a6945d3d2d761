package dev.affiant.engine.playwright;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What there is on this machine, as far as finding a browser goes.
 *
 * @param env the environment
 * @param places where distributions put the binaries that the PATH's scripts start
 * @param root whether we may install packages
 * @param runner runs a command to its end
 */
record Machine(
    Map<String, String> env,
    List<Path> places,
    boolean root,
    Function<List<String>, Machine.Ran> runner) {
  private static final List<Path> USUAL =
      Stream.of(
              "/usr/lib/chromium",
              "/usr/lib64/chromium-browser",
              "/usr/lib/chromium-browser",
              "/opt/google/chrome",
              "/opt/microsoft/msedge",
              "/Applications/Chromium.app/Contents/MacOS",
              "/Applications/Google Chrome.app/Contents/MacOS")
          .map(Path::of)
          .toList();

  Machine {
    env = Map.copyOf(env);
    places = List.copyOf(places);
  }

  /** A command that has run. */
  record Ran(boolean well, String lastLine) {}

  static Machine here() {
    return new Machine(System.getenv(), USUAL, Sandbox.root(), Machine::start);
  }

  Ran run(List<String> command) {
    return runner.apply(command);
  }

  /** Whether packages can be installed. */
  boolean apt() {
    return root && onPath("apt-get").isPresent();
  }

  /** Where Playwright keeps its browsers. */
  Path playwrightBrowsers() {
    return Optional.ofNullable(env.get("PLAYWRIGHT_BROWSERS_PATH"))
        .map(Path::of)
        .orElse(Path.of(env.getOrDefault("HOME", "/"), ".cache", "ms-playwright"));
  }

  /** Where executables lie, the best place first. */
  List<Path> folders() {
    return Stream.concat(places.stream(), path()).toList();
  }

  /** The binary behind a distribution's script: scripts add flags of their own. */
  Path real(Path file) {
    String name = String.valueOf(file.getFileName());
    return places.stream()
        .map(place -> place.resolve(name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(file);
  }

  private Optional<Path> onPath(String name) {
    return path().map(p -> p.resolve(name)).filter(Files::isExecutable).findFirst();
  }

  private Stream<Path> path() {
    return Stream.of(env.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(s -> !s.isBlank())
        .map(Path::of);
  }

  /** The last line that names an error, or simply the last. */
  private static Optional<String> telling(String said) {
    List<String> lines = said.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    return lines.stream()
        .filter(l -> l.matches("(Error|E): .*"))
        .reduce((a, b) -> b)
        .or(() -> lines.stream().reduce((a, b) -> b));
  }

  private static Ran start(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int end = process.waitFor();
      return new Ran(end == 0, telling(said).orElse("ended with " + end));
    } catch (IOException e) {
      return new Ran(false, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ran(false, "interrupted");
    }
  }
}
