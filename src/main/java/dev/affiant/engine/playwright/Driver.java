package dev.affiant.engine.playwright;

import java.nio.file.Path;
import java.util.List;

/**
 * Playwright's driver for those who use it without us, as the bench does.
 *
 * @param node Playwright's own node
 * @param library the folder of its library, which node can require
 */
public record Driver(Path node, Path library) {

  /** The driver in this cache, unpacked if it is not there yet. */
  public static Driver in(Path cache) {
    List<String> command = DriverCache.command(cache);
    Path script = Path.of(command.get(1)).toAbsolutePath();
    return new Driver(Path.of(command.get(0)), script.resolveSibling(""));
  }
}
