package dev.affiant.engine.playwright;

import java.nio.file.Path;

/**
 * A browser on this machine.
 *
 * @param executable the binary itself, not a script around it
 * @param name as in {@code Chromium headless shell}
 * @param how it was found: {@code configured}, {@code playwright}, {@code installed}
 */
public record Found(Path executable, String name, String how) {

  /** Whether it is the headless shell, which starts twice as fast and has no windows at all. */
  public boolean shell() {
    return String.valueOf(executable.getFileName()).contains("headless");
  }
}
