package dev.affiant.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of addresses, a line a case, and what has to hold of any text. */
public class AddressesTest {
  private static final Addresses ADDRESSES = shipped();

  /** The shipped ones. */
  public static Addresses shipped() {
    try {
      return Addresses.read(
          "profiles/addresses.yaml", Files.readAllBytes(Path.of("profiles/addresses.yaml")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String[]> table() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/address/urls.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> Arrays.copyOf(line.split(" \\| ?", -1), 6))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> everyLineOfTheTable() throws IOException {
    List<String[]> table = table();
    assertTrue(table.size() >= 400, table.size() + " lines");
    return table.stream().map(row -> DynamicTest.dynamicTest(row[0], () -> holds(row)));
  }

  private static void holds(String[] row) {
    Optional<Recognised> found = ADDRESSES.of(row[0]);
    if (row[1].equals("-")) {
      assertEquals(Optional.empty(), found);
      return;
    }
    Recognised is = found.orElseThrow();
    assertEquals(row[1], is.canonical());
    assertEquals(text(row[2]), is.platform().orElse(""));
    assertEquals(text(row[3]), is.kind().orElse(""));
    assertEquals(text(row[4]), ids(is));
    assertEquals(text(row[5]).equals("hop"), is.hop());
  }

  private static String text(String cell) {
    return cell == null || cell.strip().equals("-") ? "" : cell.strip();
  }

  private static String ids(Recognised is) {
    return new TreeMap<>(is.ids())
        .entrySet().stream().map(Object::toString).collect(Collectors.joining(","));
  }

  @Test
  void aCanonicalAddressIsItsOwn() throws IOException {
    for (String[] row : table()) {
      Optional<Recognised> once = ADDRESSES.of(row[0]);
      Optional<Recognised> twice = once.flatMap(r -> ADDRESSES.of(r.canonical()));
      assertEquals(once.map(Recognised::canonical), twice.map(Recognised::canonical), row[0]);
    }
  }

  @Property
  void noTextMakesItThrow(@ForAll @StringLength(max = 200) String text) {
    for (String start :
        List.of("", "https://", "https://x.com/", "https://www.youtube.com/watch?")) {
      ADDRESSES.of(start + text);
      ADDRESSES.formsOf(start + text);
    }
  }

  @Property
  void aSuffixMakesNoPlatform(
      @ForAll @net.jqwik.api.constraints.AlphaChars @StringLength(min = 1, max = 8) String front) {
    for (String host : List.of("x.com", "t.me", "vk.com", "fb.com", "bsky.app")) {
      Recognised glued = ADDRESSES.of("https://" + front + host + "/ada").orElseThrow();
      assertEquals(Optional.empty(), glued.platform().filter(p -> !known(front + host)));
    }
  }

  private static boolean known(String host) {
    return List.of("fb.com", "x.com", "t.me", "vk.com").contains(host);
  }
}
