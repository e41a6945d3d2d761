package dev.affiant.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that has only verbs, as {@code case} has {@code new}; alone it says which. */
@Command
final class Verbs implements Runnable {
  private final Streams streams;

  @Spec @Nullable CommandSpec spec;

  private Verbs(Streams streams) {
    this.streams = streams;
  }

  /**
   * The command of this name.
   *
   * @param verbs commands, or command lines of further verbs
   */
  static CommandLine line(Streams streams, String name, String description, Object... verbs) {
    CommandLine line = new CommandLine(new Verbs(streams));
    line.getCommandSpec().name(name).usageMessage().description(description);
    for (Object verb : verbs) {
      line.addSubcommand(verb);
    }
    line.getSubcommands().values().forEach(s -> s.getCommandSpec().mixinStandardHelpOptions(true));
    return line;
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(streams.out());
    }
  }
}
