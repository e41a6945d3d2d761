package dev.affiant.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the kernel says of its clock without asking anybody outside. */
final class Kernel {
  private Kernel() {}

  /**
   * Whether the clock is synchronised, by the mark that the system's time service leaves: {@code
   * synchronised (systemd-timesyncd)}.
   */
  static Optional<String> clock() {
    if (Files.exists(Path.of("/run/systemd/timesync/synchronized"))) {
      return Optional.of("synchronised (systemd-timesyncd)");
    }
    return Optional.empty();
  }
}
