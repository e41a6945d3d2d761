package dev.affiant.engine.playwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
  @TempDir private Path place = Path.of("");

  private Scratch scratch(String name) {
    return new Scratch(place.resolve("affiant-run-" + name));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(place)) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theNextStartRemovesWhatAKilledOneLeft() throws IOException {
    Path dead = place.resolve("affiant-run-dead");
    Files.createDirectories(dead.resolve("profile/Default"));
    Files.writeString(dead.resolve("alive"), "");
    Files.writeString(dead.resolve("profile/Default/Cookies"), "a");
    Scratch.Hold hold = scratch("1").take();
    assertEquals(List.of("affiant-run-1"), names());
    hold.close();
    assertEquals(List.of(), names());
  }

  @Test
  void whatLivesAndWhatIsNotOursStays() throws IOException {
    Files.createDirectories(place.resolve("playwright-other"));
    Scratch.Hold one = scratch("1").take();
    Scratch.Hold two = scratch("2").take();
    assertEquals(List.of("affiant-run-1", "affiant-run-2", "playwright-other"), names());
    one.close();
    two.close();
    assertEquals(List.of("playwright-other"), names());
  }

  @Test
  void theLastOfAProcessRemovesItAndItCanBeTakenAgain() {
    Scratch shared = scratch("1");
    Scratch.Hold first = shared.take();
    Scratch.Hold second = shared.take();
    first.close();
    first.close();
    assertTrue(Files.isDirectory(shared.folder()), "one lives, and nobody counts twice");
    second.close();
    assertFalse(Files.exists(shared.folder()));
    Scratch.Hold again = shared.take();
    assertTrue(Files.exists(shared.folder().resolve("alive")));
    again.close();
  }
}
