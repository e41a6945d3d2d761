package dev.affiant.app;

import dev.affiant.cli.Door;
import dev.affiant.cli.Streams;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Where the program begins. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    // The platform's charset can be ASCII; what we print is UTF-8 wherever it goes.
    Streams streams =
        new Streams(
            utf8(FileDescriptor.out),
            utf8(FileDescriptor.err),
            environment.containsKey("AFFIANT_TERMINAL"),
            environment.containsKey("AFFIANT_TERMINAL") && !environment.containsKey("NO_COLOR"));
    int code = run(environment, streams, List.of(arguments));
    streams.out().flush();
    streams.err().flush();
    System.exit(code);
  }

  /** Runs one command line in this process, and gives its exit code. */
  public static int run(Map<String, String> environment, Streams streams, List<String> arguments) {
    return Door.run(new Wiring(environment), streams, arguments);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
