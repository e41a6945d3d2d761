package dev.affiant.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every command that works on a store takes. */
final class StoreOptions {
  @Option(
      names = "--store",
      paramLabel = "DIR",
      defaultValue = "evidence",
      description = "The store's directory (default: ${DEFAULT-VALUE}).")
  Path store = Path.of("evidence");

  @Option(
      names = "--json",
      description = "One JSON object a line on standard output, and no progress.")
  boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress.")
  boolean quiet;
}
