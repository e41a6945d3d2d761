package dev.affiant.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs an export's verify.sh with nothing on the path but what it says it needs. */
final class ScriptRun implements AutoCloseable {
  private static final List<String> TOOLS =
      List.of(
          "sh", "grep", "sed", "openssl", "xxd", "base64", "head", "tail", "cut", "tr", "wc",
          "mktemp", "rm", "dirname", "cat");

  private final Path bin;

  /**
   * @param bin a directory that is made for the links to the tools
   */
  ScriptRun(Path bin) {
    this.bin = bin;
  }

  /** What it said, and its exit code. */
  record Said(int exit, String text) {}

  /** Runs the script of an export. */
  Said run(Path export, String... arguments) {
    try {
      if (!Files.exists(bin)) {
        Files.createDirectory(bin);
        for (String tool : TOOLS) {
          Files.createSymbolicLink(bin.resolve(tool), where(tool));
        }
      }
      List<String> command = new ArrayList<>(List.of("/usr/bin/env", "-i", "PATH=" + bin));
      command.addAll(List.of(bin + "/sh", export + "/verify.sh"));
      command.addAll(List.of(arguments));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Said(process.waitFor(), text);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path where(String tool) {
    return Stream.of("/usr/bin/", "/bin/")
        .map(directory -> Path.of(directory + tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(tool + " is not installed"));
  }

  /** Removes the links: JUnit warns of every one that it has to delete itself. */
  @Override
  public void close() throws IOException {
    for (String tool : TOOLS) {
      Files.deleteIfExists(bin.resolve(tool));
    }
  }
}
