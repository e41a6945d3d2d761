package dev.affiant.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs commands to their end and measures them. One at a time, or their CPU time runs together. */
final class Program {
  private static final long PATIENCE_MINUTES = 15;

  /** Linux counts children's time in hundredths of a second, whatever the kernel's own clock. */
  private static final double MILLIS_A_TICK = 10;

  private static final int CUTIME = 13;
  private static final Path OWN_STAT = Path.of("/proc/self/stat");

  private Program() {}

  /**
   * Where a program lies on the PATH.
   *
   * @throws NoFigure if it does not
   */
  static Path find(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new NoFigure(name + " is not on the PATH"));
  }

  /**
   * Runs a command.
   *
   * @throws NoFigure if it cannot be started or does not end
   */
  static Spent run(List<String> command) {
    OptionalDouble before = childrensCpu();
    long start = System.nanoTime();
    try {
      Process process = new ProcessBuilder(command).start();
      process.getOutputStream().close();
      CompletableFuture<String> err =
          CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
      CompletableFuture<String> out =
          CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new NoFigure(command.get(0) + " did not end");
      }
      double wall = (System.nanoTime() - start) / 1e6;
      return new Spent(wall, since(before), process.exitValue(), out.join(), err.join());
    } catch (IOException e) {
      throw new NoFigure(command.get(0) + " cannot be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoFigure("interrupted");
    }
  }

  private static String text(InputStream in) {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OptionalDouble since(OptionalDouble before) {
    OptionalDouble now = childrensCpu();
    return before.isPresent() && now.isPresent()
        ? OptionalDouble.of(now.getAsDouble() - before.getAsDouble())
        : OptionalDouble.empty();
  }

  /** The CPU time of all children that were waited for, and of theirs; Linux alone tells. */
  private static OptionalDouble childrensCpu() {
    try {
      String stat = Files.readString(OWN_STAT);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      double ticks = Double.parseDouble(fields[CUTIME]) + Double.parseDouble(fields[CUTIME + 1]);
      return OptionalDouble.of(ticks * MILLIS_A_TICK);
    } catch (IOException notLinux) {
      return OptionalDouble.empty();
    }
  }
}
