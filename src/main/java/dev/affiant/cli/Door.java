package dev.affiant.cli;

import dev.affiant.catalogue.CatalogueFault;
import dev.affiant.engine.BrowserFailure;
import dev.affiant.store.StoreFault;
import dev.affiant.verify.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line's door: parses, calls the command, and turns every end into an exit code. */
@Command(
    name = "affiant",
    mixinStandardHelpOptions = true,
    description = {
      "Visits public web pages the way a careful witness would, and keeps what it saw",
      "so that anyone can check it."
    },
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:complete, intact, or every end as expected",
      "1:internal error",
      "2:usage: nothing was sealed",
      "3:a check said no",
      "10:partial",
      "11:refused by policy",
      "12:walled",
      "13:absent",
      "14:unreachable",
      "15:interrupted",
      "20:altered",
      "21:incomplete",
      "22:time unproven",
      "23:log unverified"
    })
public final class Door implements Runnable {
  private final House house;
  private final Streams streams;

  @Spec @Nullable CommandSpec spec;

  private Door(House house, Streams streams) {
    this.house = house;
    this.streams = streams;
  }

  /** Runs one command line, and gives its exit code. */
  public static int run(House house, Streams streams, List<String> arguments) {
    if (arguments.isEmpty()) {
      return run(house, streams, List.of("--help"));
    }
    Door door = new Door(house, streams);
    return door.line(arguments).execute(arguments.toArray(String[]::new));
  }

  private Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("demo", () -> new DemoCommand(house, streams));
    all.put("capture", () -> new CaptureCommand(house, streams));
    all.put("case", () -> CaseCommand.line(house, streams));
    all.put("policy", () -> PolicyCommand.line(house, streams));
    all.put("profile", () -> ProfileCommand.line(house, streams));
    all.put("extract", () -> new ExtractCommand(house, streams));
    all.put("list", () -> new ListCommand(house, streams));
    all.put("show", () -> new ShowCommand(house, streams));
    all.put("search", () -> new SearchCommand(house, streams));
    all.put("timeline", () -> new TimelineCommand(house, streams));
    all.put("accounts", () -> new AccountsCommand(house, streams));
    all.put("mentions", () -> new TiesCommand.Mentions(house, streams));
    all.put("places", () -> new PlacesCommand(house, streams));
    all.put("links", () -> new TiesCommand.Links(house, streams));
    all.put("report", () -> new ReportCommand(house, streams));
    all.put("annotate", () -> new AnnotateCommand(house, streams));
    all.put("restrict", () -> new RestrictCommand(house, streams));
    all.put("erase", () -> new EraseCommand(house, streams));
    all.put("export", () -> new ExportCommand(house, streams));
    all.put("verify", () -> new VerifyCommand(house, streams));
    all.put("handover", () -> new HandoverCommand(house, streams));
    all.put("reindex", () -> new ReindexCommand(house, streams));
    all.put("key", () -> KeyCommand.line(house, streams));
    all.put("doctor", () -> new DoctorCommand(house, streams));
    all.put("bench", () -> new BenchCommand(house, streams));
    all.put("help", HelpCommand::new);
    return all;
  }

  /**
   * The command line for these words. Only the command that they name is built, because building
   * all takes a noticeable part of a short command's time; for any other word all are, so that help
   * and complaints know them.
   */
  private CommandLine line(List<String> arguments) {
    CommandLine line = new CommandLine(this);
    line.getCommandSpec().versionProvider(new Version(house));
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    Map<String, Supplier<Object>> all = commands();
    boolean one = all.containsKey(first) && !first.equals("help");
    all.forEach(
        (name, command) -> {
          if (!one || name.equals(first)) {
            line.addSubcommand(name, command.get());
          }
        });
    for (CommandLine sub : line.getSubcommands().values()) {
      sub.getCommandSpec().mixinStandardHelpOptions(true);
    }
    line.setDefaultValueProvider(new Environment(house.environment()));
    line.setParameterExceptionHandler(this::misused);
    line.setExecutionExceptionHandler(this::broke);
    line.setOut(
        new java.io.PrintWriter(streams.out(), true, java.nio.charset.StandardCharsets.UTF_8));
    line.setErr(
        new java.io.PrintWriter(streams.err(), true, java.nio.charset.StandardCharsets.UTF_8));
    line.setUsageHelpAutoWidth(true);
    line.setExpandAtFiles(false); // an argument can be a stranger's, and "@file" would read ours
    return line;
  }

  private int misused(ParameterException e, String[] arguments) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    new Voice(streams).complain(String.valueOf(e.getMessage()), command + " --help");
    return Exit.USAGE;
  }

  private int broke(Exception e, CommandLine line, ParseResult parsed) {
    Voice voice = new Voice(streams);
    if (e instanceof UsageFault fault) {
      voice.complain(String.valueOf(fault.getMessage()), fault.mend());
      return Exit.USAGE;
    }
    if (e instanceof Refused refused) {
      voice.complain(String.valueOf(refused.getMessage()), refused.remedy());
      return Exit.REFUSED;
    }
    if (e instanceof StoreFault fault) {
      voice.complain(String.valueOf(fault.getMessage()), "");
      return fault.kind() == StoreFault.Kind.ALTERED ? Exit.ALTERED : Exit.USAGE;
    }
    if (e instanceof BrowserFailure none) {
      voice.complain(String.valueOf(none.getMessage()), "affiant doctor");
      return Exit.USAGE;
    }
    if (e instanceof CatalogueFault fault) {
      voice.complain(String.valueOf(fault.getMessage()), "");
      return code(fault.kind());
    }
    Defects.report(voice, line.getCommandName(), e);
    return Exit.DEFECT;
  }

  private static int code(CatalogueFault.Kind kind) {
    return switch (kind) {
      case ROLLED_BACK, LEDGER -> Verdict.LOG_UNVERIFIED.exitCode();
      case HAND_OVER -> Exit.ALTERED;
      case BUSY, NEWER, DISK -> Exit.USAGE;
    };
  }

  @Override
  public void run() {
    new CommandLine(this).usage(streams.out());
  }

  /** The program's version, as --version prints it. */
  private record Version(House house) implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "Affiant " + house.witness().version() + ", JDK " + house.witness().jdk()
      };
    }
  }
}
