package dev.affiant.bench;

import dev.affiant.evidence.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * The bare side: a short node script that drives the same browser with the same Playwright, and
 * takes a full-page PNG and the DOM of each page and keeps nothing.
 */
final class Bare {
  private static final String SCRIPT = "bare.cjs";

  private final List<String> command;

  private Bare(List<String> command) {
    this.command = List.copyOf(command);
  }

  /**
   * The bare side of a run.
   *
   * @throws NoFigure if node or the browser is missing
   */
  static Bare of(Run run) {
    Gear.Node node = run.gear().node().need();
    Path browser = run.gear().browser().need();
    return new Bare(
        List.of(
            node.executable().toString(),
            script(run.place(SCRIPT)).toString(),
            node.library().toString(),
            browser.toString(),
            run.pages().rules()));
  }

  private static Path script(Path to) {
    try (InputStream in = Objects.requireNonNull(Bare.class.getResourceAsStream(SCRIPT))) {
      Files.createDirectories(to.toAbsolutePath().getParent());
      Files.write(to, in.readAllBytes());
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of these in one process: start, browser, each page in a context of its own, end. */
  Spent visit(List<String> urls) {
    List<String> all = new ArrayList<>(command);
    all.addAll(urls);
    return Program.run(all).well("the bare script");
  }

  /** One that stays, warm. */
  Warm warm() {
    return new Warm(command);
  }

  /** A bare browser that waits for the next page. */
  static final class Warm implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;

    private Warm(List<String> command) {
      try {
        process =
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      } catch (IOException e) {
        throw new NoFigure("node cannot be started: " + e.getMessage());
      }
      answers =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      questions = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Visits a page and says how many milliseconds that took, by its own clock. */
    double visit(String url) {
      try {
        questions.write(url + "\n");
        questions.flush();
        String line = answers.readLine();
        if (line == null) {
          throw new NoFigure("the bare browser has ended");
        }
        JsonNode answer = Json.parse(line);
        return answer.path("ms").asDouble();
      } catch (IOException e) {
        throw new NoFigure("the bare browser has ended: " + e.getMessage());
      }
    }

    @Override
    public void close() {
      try {
        questions.close();
        process.waitFor();
      } catch (IOException e) {
        process.destroyForcibly();
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
