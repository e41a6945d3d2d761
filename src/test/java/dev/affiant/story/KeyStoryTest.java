package dev.affiant.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who holds an early checkpoint or key can check after the key was rotated. */
class KeyStoryTest {
  @TempDir Path folder = Path.of("");
  private Path store = Path.of("");
  private Path early = Path.of("");
  private String oldKey = "";
  private CommandLine affiant = new CommandLine(Path.of(""));

  @BeforeEach
  void rotateTwice() throws IOException {
    store = folder.resolve("evidence");
    affiant = new CommandLine(store);
    open("first");
    early = Files.copy(store.resolve("ledger/checkpoint"), folder.resolve("early"));
    oldKey = Files.copy(store.resolve("keys/log.vkey"), folder.resolve("old.vkey")).toString();
    rotate();
    open("second");
    rotate();
    open("third");
  }

  private void open(String name) {
    CommandLine.Answer answer =
        affiant.run(
            "case",
            "new",
            "--id",
            name,
            "--purpose",
            "own-content",
            "--basis",
            "6(1)(f)",
            "--operator",
            "A. Clerk");
    assertEquals(0, answer.code(), answer.err());
  }

  private List<Path> keyStatements() throws IOException {
    try (Stream<Path> all = Files.walk(store.resolve("objects"))) {
      return all.filter(Files::isRegularFile).filter(KeyStoryTest::states).toList();
    }
  }

  private static boolean states(Path object) {
    try {
      return Files.readString(object).contains("affiant-key/v1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rotate() {
    CommandLine.Answer answer = affiant.run("key", "rotate");
    assertEquals(0, answer.code(), answer.err());
  }

  @Test
  void anEarlyCheckpointIsComparedWithWhatLaterKeysSigned() {
    CommandLine.Answer answer = affiant.run("verify", "--all", "--checkpoint", early.toString());
    assertEquals(0, answer.code(), answer.out());
    assertTrue(answer.out().contains("another key of this log"), answer.out());
  }

  @Test
  void anEarlyKeyVouchesForThoseThatFollowedIt() {
    CommandLine.Answer answer = affiant.run("verify", "--all", "--vkey", oldKey);
    assertEquals(0, answer.code(), answer.out());
    assertTrue(answer.out().contains("handed over"), answer.out());
  }

  @Test
  void withoutTheirStatementsAnEarlyKeyVouchesForNobody() throws IOException {
    for (Path object : keyStatements()) {
      Files.delete(object);
    }
    CommandLine.Answer answer = affiant.run("verify", "--all", "--vkey", oldKey);
    assertTrue(answer.out().contains("is not signed by the key"), answer.out());
    CommandLine.Answer outside = affiant.run("verify", "--all", "--checkpoint", early.toString());
    assertTrue(outside.out().contains("not of this log, or not signed by its key"), outside.out());
  }
}
