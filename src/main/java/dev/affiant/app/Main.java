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
    System.exit(said(streams, code));
  }

  /** The exit code, unless the answer that goes with it could not be given, as on a full disk. */
  static int said(Streams streams, int code) {
    boolean lost = streams.out().checkError(); // flushes, too
    if (lost) {
      streams.err().println("affiant: the answer could not be written to standard output");
    }
    streams.err().flush();
    return lost && code == 0 ? 1 : code;
  }

  /** Runs one command line in this process, and gives its exit code. */
  public static int run(Map<String, String> environment, Streams streams, List<String> arguments) {
    return Door.run(new Wiring(environment), streams, arguments);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
