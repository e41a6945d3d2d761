package dev.affiant.cli;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The facts of a case, as options. What is not given is empty. */
final class CaseOptions {
  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec command;

  @Option(
      names = "--purpose",
      paramLabel = "CODE",
      defaultValue = "",
      description =
          "Why: litigation-evidence, own-content, fraud-security, brand-monitoring, journalism,"
              + " research, law-enforcement or regulatory.")
  String purpose = "";

  @Option(
      names = "--purpose-text",
      paramLabel = "WORDS",
      defaultValue = "",
      description = "The purpose in your own words.")
  String purposeText = "";

  @Option(
      names = "--basis",
      paramLabel = "CODE",
      defaultValue = "",
      description = "The lawful basis: 6(1)(a) … 6(1)(f), or none.")
  String basis = "";

  @Option(
      names = {"--basis-ref", "--lia"},
      paramLabel = "REF",
      description = {
        "What the basis rests on, such as an assessment's number; 6(1)(a) to 6(1)(e) need one.",
        "A kind may stand before it: 'dpia: DPIA-9'. Repeatable."
      })
  List<String> basisReferences = new ArrayList<>();

  @Option(
      names = "--operator",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Who captures.")
  String operator = "";

  @Option(
      names = "--role",
      paramLabel = "WORDS",
      defaultValue = "",
      description = "The operator's role (default: operator).")
  String role = "";

  @Option(
      names = "--controller",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Who is responsible for the data (default: the operator).")
  String controller = "";

  @Option(
      names = "--jurisdiction",
      paramLabel = "CODE",
      split = ",",
      description = "uk, eu, us, ca … Repeatable.")
  List<String> jurisdictions = new ArrayList<>();

  @Option(
      names = "--retention",
      paramLabel = "RULE",
      defaultValue = "",
      description = "close+P6Y or P90D (default: by purpose).")
  String retention = "";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "",
      description = "The reader's time zone (default: the jurisdiction's, else UTC).")
  String zone = "";

  @Option(
      names = "--sector",
      paramLabel = "CODE",
      defaultValue = "",
      description =
          "What kind of body looks: private, public-authority, law-enforcement, press or academic"
              + " (default: by purpose).")
  String sector = "";

  @Option(
      names = {"--minimisation", "--minimise"},
      paramLabel = "MODE",
      defaultValue = "",
      description =
          "How much is kept: full, redact-third-parties, focal-only, drop-media, metadata-only or"
              + " hash-only (default: full).")
  String minimisation = "";

  @Option(
      names = "--keep-until",
      paramLabel = "DAY",
      defaultValue = "",
      description = "The last day on which it is kept (default: the retention rule says).")
  String keepUntil = "";

  @Option(
      names = "--case-file",
      paramLabel = "FILE",
      description = "The same facts as a JSON file.")
  Path file = Path.of("");

  /** Which of these were typed, rather than taken from variables: {@code [--basis]}. */
  List<String> typed() {
    if (command == null) {
      return List.of();
    }
    ParseResult parsed = command.commandLine().getParseResult();
    return parsed.matchedOptions().stream()
        .filter(
            o ->
                o.userObject() instanceof Field field
                    && field.getDeclaringClass() == CaseOptions.class)
        .map(OptionSpec::longestName)
        .toList();
  }
}
