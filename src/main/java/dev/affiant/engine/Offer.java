package dev.affiant.engine;

import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an engine and its browser are, for the record.
 *
 * @param engine {@code playwright} or {@code selenium}
 * @param engineVersion of the library that drives
 * @param browser as in {@code Chromium headless shell}
 * @param browserVersion as the browser says
 * @param executable where it lies on this machine
 * @param executableSha256 of that file
 * @param flags every flag that we added
 * @param sandbox whether the browser's own sandbox is on
 * @param absent what this engine cannot give, by role, and why
 */
public record Offer(
    String engine,
    String engineVersion,
    String browser,
    String browserVersion,
    String executable,
    Optional<Sha256> executableSha256,
    List<String> flags,
    boolean sandbox,
    Map<Role, String> absent) {
  public Offer {
    flags = List.copyOf(flags);
    absent = Map.copyOf(absent);
  }
}
