package dev.affiant.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every option that takes a value has a variable: {@code --purpose} is {@code AFFIANT_PURPOSE},
 * {@code --case-file} is {@code AFFIANT_CASE_FILE}. The command line wins.
 */
final class Environment implements IDefaultValueProvider {
  /** What these write is no evidence, so it never goes where the variable says that evidence is. */
  private static final Set<String> STORES_OF_THEIR_OWN = Set.of("demo", "bench");

  private final Map<String, String> variables;

  Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** The variable of an option. */
  static String variable(String option) {
    String name = option.replaceFirst("^-+", "").replace('-', '_');
    return "AFFIANT_" + name.toUpperCase(Locale.ROOT);
  }

  private static boolean storesOfItsOwn(OptionSpec option) {
    return option.longestName().equals("--store")
        && option.command() != null
        && STORES_OF_THEIR_OWN.contains(option.command().name());
  }

  @Override
  public @Nullable String defaultValue(ArgSpec arg) {
    if (arg instanceof OptionSpec option && !storesOfItsOwn(option)) {
      String given = variables.get(variable(option.longestName()));
      if (given != null && !given.isBlank()) {
        return given;
      }
    }
    return arg.defaultValue();
  }
}
