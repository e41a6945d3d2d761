package dev.affiant;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The architecture: the picture in docs/architecture.md is the rule, and every arrow is checked.
 */
class RoomsTest {
  private static final String ROOT = "dev.affiant.";
  private static JavaClasses house = new ClassFileImporter().importClasses();
  private static final Map<String, Room> PICTURE = new LinkedHashMap<>();

  private record Room(String name, String touches, Set<String> sees) {}

  @BeforeAll
  static void readHouseAndPicture() throws IOException {
    house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.affiant");
    String page = Files.readString(Path.of("docs/architecture.md"));
    String block = page.split("```", -1)[1];
    block.lines().filter(line -> line.contains("|")).forEach(RoomsTest::draw);
  }

  private static void draw(String line) {
    String[] halves = line.split("\\|", -1);
    String name = halves[0].substring(0, halves[0].indexOf('/'));
    String[] words = halves[0].strip().split("\\s+", -1);
    Set<String> sees =
        Stream.of(halves[1].split(",", -1)).map(String::strip).collect(Collectors.toSet());
    PICTURE.put(name, new Room(name, words[words.length - 1], sees));
  }

  @Test
  void everyRoomWithATypeIsDrawnAndEveryDrawnRoomHasOne() {
    Set<String> built = new TreeSet<>();
    house.forEach(type -> built.add(room(type)));
    assertEquals(new TreeSet<>(PICTURE.keySet()), built);
  }

  @Test
  void everyArrowIsInThePicture() {
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : house) {
      for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
        String from = room(type);
        String to = room(arrow.getTargetClass());
        if (!to.isEmpty() && !from.equals(to) && !sees(from, to)) {
          wrong.add(from + " → " + to + ": " + arrow.getDescription());
        }
      }
    }
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
  }

  @Test
  void everyArrowPointsUp() {
    List<String> seen = new ArrayList<>();
    for (Room room : PICTURE.values()) {
      room.sees().stream()
          .filter(name -> !name.equals("-") && !name.equals("any"))
          .forEach(name -> assertTrue(seen.contains(name), room.name() + " sees " + name));
      seen.add(room.name());
    }
  }

  @Test
  void everyRoomSaysWhatItIs() {
    for (String name : PICTURE.keySet()) {
      Path at = Path.of("src/main/java/dev/affiant", name.split("\\."));
      assertTrue(Files.exists(at.resolve("package-info.java")), name + " has no package-info");
    }
  }

  @Test
  void onlyTheCatalogueTouchesDatabases() {
    onlyIn("catalogue", "java.sql..", "javax.sql..", "org.h2..", "org.jdbi..", "org.flywaydb..");
    onlyIn("catalogue", "org.apache.lucene..");
  }

  @Test
  void onlyTheEngineRoomsTouchTheirLibraries() {
    onlyIn("engine.playwright", "com.microsoft.playwright..");
  }

  @Test
  void pureRoomsTouchNeitherDiskNorNet() {
    String[] pure =
        PICTURE.values().stream()
            .filter(room -> room.touches().equals("pure") || room.touches().equals("bytes"))
            .map(room -> ROOT + room.name())
            .toArray(String[]::new);
    check(
        noClasses()
            .that()
            .resideInAnyPackage(pure)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net.http..", "java.nio.channels..")
            .orShould()
            .dependOnClassesThat(socketsAndFiles()));
  }

  @Test
  void onlyTheSystemClockTellsTheTime() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "app")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .orShould()
            .callMethod(java.time.Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis"));
  }

  @Test
  void onlyTheCommandLinePrints() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "cli", ROOT + "app")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  @Test
  void noTypeHasAVagueName() {
    for (JavaClass type : house) {
      String name = type.getSimpleName();
      assertFalse(
          name.matches(".*(Impl|Manager|Utils?|Helper|Service|Base|Info|Data)"),
          () -> "vague: " + type.getName());
    }
  }

  private static void onlyIn(String room, String... packages) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + room)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages));
  }

  private static DescribedPredicate<JavaClass> socketsAndFiles() {
    Set<String> names =
        Set.of(
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.io.File",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.RandomAccessFile",
            "java.lang.ProcessBuilder");
    return DescribedPredicate.describe(
        "sockets, files and processes", type -> names.contains(type.getName()));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(house);
  }

  private static boolean sees(String from, String to) {
    Room room = PICTURE.get(from);
    return room != null && (room.sees().contains(to) || room.sees().contains("any"));
  }

  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT) ? name.substring(ROOT.length()) : "";
  }
}
