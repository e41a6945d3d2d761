package dev.affiant.cli;

import dev.affiant.casefile.Case;
import dev.affiant.casefile.Signed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Option;

/** Who does something with a case, and why. */
final class ActOptions {
  @Option(
      names = "--case",
      paramLabel = "ID",
      defaultValue = "",
      description = "The case (default: the current one).")
  String caseId = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Who does it (default: the case's operator). The name is asserted.")
  String by = "";

  @Option(names = "--reason", paramLabel = "WORDS", defaultValue = "", description = "Why.")
  String reason = "";

  Signed signed(House house, Case file) {
    return new Signed(by.isBlank() ? file.operator() : by.strip(), reason.strip(), now(house));
  }

  static Instant now(House house) {
    return house.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
