package dev.affiant.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every option that takes a value has a variable: {@code --purpose} is {@code AFFIANT_PURPOSE},
 * {@code --case-file} is {@code AFFIANT_CASE_FILE}. The command line wins.
 */
final class Environment implements IDefaultValueProvider {
  private final Map<String, String> variables;

  Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** The variable of an option. */
  static String variable(String option) {
    String name = option.replaceFirst("^-+", "").replace('-', '_');
    return "AFFIANT_" + name.toUpperCase(Locale.ROOT);
  }

  @Override
  public @Nullable String defaultValue(ArgSpec arg) {
    if (arg instanceof OptionSpec option) {
      String given = variables.get(variable(option.longestName()));
      if (given != null && !given.isBlank()) {
        return given;
      }
    }
    return arg.defaultValue();
  }
}
