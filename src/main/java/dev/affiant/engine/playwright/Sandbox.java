package dev.affiant.engine.playwright;

import com.sun.security.auth.module.UnixSystem;
import dev.affiant.engine.BrowserFailure;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Whether the browser's own sandbox can be on: it needs user namespaces, and not to be root. */
final class Sandbox {
  private Sandbox() {}

  /**
   * Whether it will be on.
   *
   * @throws BrowserFailure when it should be on and cannot: going on without it is for a person to
   *     say
   */
  static boolean possible(Setup setup) {
    if (!setup.sandbox() || root()) {
      return false;
    }
    if (linux() && !namespaces()) {
      throw new BrowserFailure(
          BrowserFailure.Kind.REFUSED,
          "the browser's sandbox cannot be on: user namespaces are refused here; in Docker add"
              + " --security-opt seccomp=docker/seccomp.json, or set AFFIANT_SANDBOX=off, which is"
              + " recorded");
    }
    return true;
  }

  static boolean root() {
    return linux() && new UnixSystem().getUid() == 0;
  }

  private static boolean linux() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
  }

  /** Tries one. */
  private static boolean namespaces() {
    try {
      Process tried =
          new ProcessBuilder("unshare", "--user", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return tried.waitFor(5, TimeUnit.SECONDS) && tried.exitValue() == 0;
    } catch (IOException e) {
      // Without the tool there is no telling: the browser will say it itself.
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
