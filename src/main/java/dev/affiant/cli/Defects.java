package dev.affiant.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is said of a fault of our own: one line, and where all of it is. */
final class Defects {
  private static final String NAME = "affiant-defect-";

  private Defects() {}

  /** Removes every account of an earlier fault: it may name pages. */
  static void forget() {
    Path place = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(place, NAME + "*.txt")) {
      for (Path file : files) {
        if (Files.isWritable(file)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("accounts of faults cannot be removed: " + place, e);
    }
  }

  static void report(Voice voice, String during, Throwable defect) {
    StringWriter trace = new StringWriter();
    defect.printStackTrace(new PrintWriter(trace));
    String where;
    try {
      Path file = Files.createTempFile(NAME, ".txt");
      Files.writeString(file, trace.toString());
      where = "all of it: " + file;
    } catch (IOException e) {
      where = trace.toString();
    }
    voice.complain("internal error while " + during + ": " + defect, where);
  }
}
