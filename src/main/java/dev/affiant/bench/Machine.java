package dev.affiant.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the figures were measured on, and how busy it was.
 *
 * @param load processes that wanted to run, on average of the last minute, when the bench began
 * @param facts the rest, by name
 */
public record Machine(double load, int cores, Map<String, String> facts) {
  private static final Path CPUS = Path.of("/proc/cpuinfo");

  public Machine {
    facts = new LinkedHashMap<>(facts);
  }

  static Machine of(Gear gear) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("cpu", cpu().orElse("not known"));
    facts.put("system", gear.rooms().witness().system());
    facts.put("jdk", gear.rooms().witness().jdk());
    facts.put("affiant", gear.rooms().witness().version());
    facts.put("browser", gear.browser().there().map(Path::toString).orElse("none"));
    facts.put("node", gear.node().there().map(n -> n.executable().toString()).orElse("none"));
    return new Machine(
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().availableProcessors(),
        facts);
  }

  private static Optional<String> cpu() {
    try {
      return Files.readAllLines(CPUS).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException notLinux) {
      return Optional.empty();
    }
  }
}
