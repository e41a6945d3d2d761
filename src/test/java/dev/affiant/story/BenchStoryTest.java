package dev.affiant.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.bench.Bench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The bench through the command line: that it measures, not how fast anything is. */
class BenchStoryTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aQuickRunGivesEveryFigureAsARatio() {
    CommandLine.Answer answer = CommandLine.bare(List.of("bench", "--quick", "--json", "-q"));
    assertEquals(0, answer.code(), answer.out() + answer.err());
    List<JsonNode> lines = new ArrayList<>(answer.json());
    assertEquals("machine", lines.remove(0).path("figure").asString());
    TreeSet<String> named = new TreeSet<>();
    for (JsonNode line : lines) {
      named.add(line.path("figure").asString());
      for (String value : List.of("median", "min", "max")) {
        double ratio = line.path("ratio").path(value).asDouble();
        assertTrue(Double.isFinite(ratio) && ratio > 0, line.toString());
      }
      assertTrue(line.path("n").asInt() >= 1);
    }
    TreeSet<String> wanted = new TreeSet<>(Bench.names());
    if (!Files.exists(Path.of("/proc/self/stat"))) {
      wanted.removeIf(name -> name.endsWith("-cpu"));
    }
    assertEquals(wanted, named);
    JsonNode parts =
        lines.stream()
            .filter(l -> l.path("figure").asString().equals("floor"))
            .findFirst()
            .orElseThrow()
            .path("parts");
    assertTrue(parts.has("sealing") && parts.has("shots"), parts.toString());
  }

  @Test
  void aMissingBrowserIsSaidAndTheOtherFiguresAreMeasured() {
    CommandLine.Answer answer =
        CommandLine.bare(
            List.of(
                "bench", "--quick", "--json", "-q", "--only", "append,floor", "--browser", "/no"));
    assertEquals(3, answer.code());
    List<JsonNode> lines = answer.json();
    assertEquals(3, lines.size(), answer.out());
    assertTrue(lines.get(1).has("ratio"));
    assertEquals("floor", lines.get(2).path("figure").asString());
    assertTrue(lines.get(2).path("missing").asString().contains("/no"), answer.out());
  }

  @Test
  void itsStoresAreWhereItIsToldAndNowhereElse() throws Exception {
    Path place = folder.resolve("place");
    List<String> command =
        List.of("bench", "--quick", "-q", "--only", "append", "--store", place.toString());
    assertEquals(0, CommandLine.bare(command).code());
    assertTrue(Files.isDirectory(place.resolve("append")));
    CommandLine.Answer again = CommandLine.bare(command);
    assertEquals(2, again.code());
    assertTrue(again.err().contains("empty"), again.err());
    try (Stream<Path> all = Files.list(folder)) {
      assertEquals(1, all.count());
    }
  }

  @Test
  void aFigureThatDoesNotExistIsNamed() {
    CommandLine.Answer answer = CommandLine.bare(List.of("bench", "--only", "cold,colder"));
    assertEquals(2, answer.code());
    assertTrue(answer.err().contains("colder"), answer.err());
    assertFalse(answer.err().contains("Exception"), answer.err());
  }
}
