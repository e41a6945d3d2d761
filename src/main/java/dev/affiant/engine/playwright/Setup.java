package dev.affiant.engine.playwright;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How an engine is to be set up.
 *
 * @param browser the executable that somebody named, or none for the one that is found
 * @param cache where drivers are unpacked and hashes of browsers are remembered
 * @param agent what is added to the browser's own user agent: {@code Affiant/0.1.0}
 * @param sandbox false if somebody asked to do without the browser's sandbox
 * @param labKeys in a lab, the SPKI SHA-256 of the lab's certificate authorities in Base64; else
 *     empty, and certificate errors are what they are
 * @param progress told one line for everything that takes time
 */
public record Setup(
    Optional<Path> browser,
    Path cache,
    String agent,
    boolean sandbox,
    List<String> labKeys,
    Consumer<String> progress) {
  public Setup {
    labKeys = List.copyOf(labKeys);
  }

  /** The cache of this user: {@code $XDG_CACHE_HOME/affiant}, or {@code ~/.cache/affiant}. */
  public static Path usualCache() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path caches =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    return caches.resolve("affiant");
  }
}
