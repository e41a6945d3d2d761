package dev.affiant.story;

import dev.affiant.app.Main;
import dev.affiant.cli.Streams;
import dev.affiant.evidence.Json;
import dev.affiant.lab.LabServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The program's own door, in this process: what a person types and what comes back. */
final class CommandLine {
  private final Path store;
  private final Map<String, String> environment;

  /** What came back. */
  record Answer(int code, String out, String err) {
    List<JsonNode> json() {
      return out.lines().map(Json::parse).toList();
    }
  }

  CommandLine(Path store) {
    this(store, Map.of());
  }

  private CommandLine(Path store, Map<String, String> environment) {
    this.store = store;
    this.environment = environment;
  }

  /** The same where these variables are set. */
  CommandLine with(Map<String, String> variables) {
    return new CommandLine(store, variables);
  }

  /** Runs a command on the store. */
  Answer run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--store", store.toString()));
    return bare(environment, all);
  }

  /** Runs a command as it stands. */
  static Answer bare(List<String> arguments) {
    return bare(Map.of(), arguments);
  }

  private static Answer bare(Map<String, String> variables, List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, String> home = new HashMap<>(variables);
    home.put("AFFIANT_HOME", Path.of("").toAbsolutePath().toString());
    int code = Main.run(home, new Streams(printer(out), printer(err), false, false), arguments);
    return new Answer(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Captures pages of the lab, with everything that a capture needs. */
  Answer capture(LabServer lab, String... more) {
    String hosts =
        lab.lab().hosts().entrySet().stream()
            .map(e -> e.getKey() + "=127.0.0.1:" + e.getValue().getPort())
            .collect(Collectors.joining(","));
    List<String> all = new ArrayList<>(List.of("capture", "--json", "--lab", hosts));
    all.addAll(List.of("--lab-key", lab.caSpkiSha256()));
    all.addAll(List.of("--purpose", "own-content", "--basis", "6(1)(f)", "--operator", "a test"));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private static PrintStream printer(ByteArrayOutputStream into) {
    return new PrintStream(into, true, StandardCharsets.UTF_8);
  }
}
