package dev.affiant.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.affiant.cli.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir Path folder = Path.of("");

  /** A place that takes nothing, as a full disk. */
  private static final class Full extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  private static Streams streams(OutputStream out, OutputStream err) {
    return new Streams(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false,
        false);
  }

  @Test
  void anAnswerThatCouldNotBeWrittenIsNoSuccess() {
    Streams full = streams(new Full(), new ByteArrayOutputStream());
    full.out().println("INTACT");
    assertEquals(1, Main.said(full, 0));
    assertEquals(20, Main.said(full, 20));
    Streams well = streams(new ByteArrayOutputStream(), new ByteArrayOutputStream());
    well.out().println("INTACT");
    assertEquals(0, Main.said(well, 0));
  }

  @Test
  void anArgumentIsNeverTheNameOfAFileOfArguments() throws IOException {
    Path file = Files.writeString(folder.resolve("words"), "secret-of-ours");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            Map.of("AFFIANT_HOME", folder.toString()),
            streams(new ByteArrayOutputStream(), err),
            List.of("@" + file));
    assertEquals(2, code);
    assertEquals(-1, err.toString(StandardCharsets.UTF_8).indexOf("secret-of-ours"));
  }
}
