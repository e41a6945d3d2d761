package dev.affiant.engine.playwright;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.impl.TargetClosedError;
import dev.affiant.engine.BrowserFailure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Says Playwright's failures in our words. */
final class Failures {
  private Failures() {}

  /** Makes a call to Playwright; whatever it throws becomes a {@link BrowserFailure}. */
  static <T> T named(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (PlaywrightException e) {
      throw of(what, e);
    }
  }

  static void named(String what, Runnable call) {
    named(
        what,
        () -> {
          call.run();
          return true;
        });
  }

  /** Starts a browser; if it does not, the failure gives the browser's own last words. */
  static <T> T starting(Path browser, Supplier<T> call) {
    try {
      return call.get();
    } catch (PlaywrightException e) {
      String message = String.valueOf(e.getMessage());
      String words = lastWords(message).orElseGet(() -> firstLine(message));
      throw new BrowserFailure(
          kind(e, firstLine(message)), browser + " does not start: " + words, e);
    }
  }

  /** What it wrote to its error stream first, which Playwright quotes below its own words. */
  private static Optional<String> lastWords(String message) {
    int from = message.indexOf("][err] ");
    if (from < 0) {
      return Optional.empty();
    }
    String words = message.substring(from + "][err] ".length());
    return Optional.of(firstLine(words)).filter(w -> !w.isEmpty());
  }

  static BrowserFailure of(String what, PlaywrightException e) {
    String words = firstLine(String.valueOf(e.getMessage()));
    return new BrowserFailure(kind(e, words), what + ": " + words, e);
  }

  private static BrowserFailure.Kind kind(PlaywrightException e, String words) {
    if (e instanceof TimeoutError || interrupted(e)) {
      return BrowserFailure.Kind.TIMEOUT;
    }
    if (words.contains("crashed")) {
      return BrowserFailure.Kind.CRASHED;
    }
    if (e instanceof TargetClosedError || words.contains("closed") || words.contains("pipe")) {
      return BrowserFailure.Kind.GONE;
    }
    return BrowserFailure.Kind.REFUSED;
  }

  private static boolean interrupted(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof InterruptedException) {
        return true;
      }
    }
    return false;
  }

  /**
   * Playwright writes {@code Error { message='the words' name='Error' stack='…}} over many lines.
   */
  private static String firstLine(String message) {
    String text = message.strip();
    int words = text.indexOf("message='");
    String from = words < 0 ? text : text.substring(words + "message='".length());
    int end = from.indexOf('\n');
    return (end < 0 ? from : from.substring(0, end)).strip();
  }
}
