package dev.affiant.engine.playwright;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.impl.TargetClosedError;
import dev.affiant.engine.BrowserFailure;
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
