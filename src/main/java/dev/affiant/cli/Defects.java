package dev.affiant.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is said of a fault of our own: one line, and where all of it is. */
final class Defects {
  private Defects() {}

  static void report(Voice voice, String during, Throwable defect) {
    StringWriter trace = new StringWriter();
    defect.printStackTrace(new PrintWriter(trace));
    String where;
    try {
      Path file = Files.createTempFile("affiant-defect-", ".txt");
      Files.writeString(file, trace.toString());
      where = "all of it: " + file;
    } catch (IOException e) {
      where = trace.toString();
    }
    voice.complain("internal error while " + during + ": " + defect, where);
  }
}
