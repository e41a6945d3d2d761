package dev.affiant.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Json;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.node.ObjectNode;

class HarmlessProps {
  private static final String NASTY =
      "\u0000\u0007\u001b[2J\u0085\u009b\u202e\u2066\u2028\u200b\ufeff\r\n\t=+-@\"'<&\\/.\ud800\udc00";

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> nasty = Arbitraries.strings().withChars(NASTY.toCharArray()).ofMaxLength(40);
    return Arbitraries.oneOf(nasty, Arbitraries.strings().ofMaxLength(80));
  }

  @Property
  void nothingDangerousIsLeftInALine(@ForAll("hostile") String text) {
    assertTrue(Harmless.line(text).codePoints().noneMatch(Harmless::dangerous));
  }

  @Property
  void whatIsHarmlessStaysAsItIs(@ForAll("hostile") String text) {
    String once = Harmless.line(text);
    assertEquals(once, Harmless.line(once));
  }

  @Property
  void runningTextKeepsOnlyItsLineFeeds(@ForAll("hostile") String text) {
    String clean = Harmless.text(text);
    assertTrue(clean.codePoints().noneMatch(c -> c != '\n' && Harmless.dangerous(c)));
  }

  @Property
  void aCutLineFits(
      @ForAll("hostile") String text, @ForAll @IntRange(min = 3, max = 60) int width) {
    assertTrue(Columns.of(Harmless.line(text, width)) <= width);
  }

  @Property
  void jsonMeansTheSameAndActsOnNobody(@ForAll("hostile") String text) {
    ObjectNode object = Json.object();
    object.put("title", text.replaceAll("[\\ud800-\\udfff]", ""));
    String safe = Harmless.json(Json.text(object));
    assertEquals(object, Json.parse(safe));
    assertTrue(safe.codePoints().noneMatch(Harmless::dangerous));
  }

  @Property
  void noFieldIsAFormulaOrEndsEarly(@ForAll("hostile") String text) {
    String field = Harmless.csv(text);
    String inside = field.substring(1, field.length() - 1);
    assertEquals(-1, inside.replace("\"\"", "").indexOf('"'));
    String begins = inside.stripLeading();
    assertFalse(!begins.isEmpty() && "=+-@".indexOf(begins.charAt(0)) >= 0);
  }

  @Property
  void aFileNameIsOneVisibleComponent(@ForAll("hostile") String text) {
    String name = Harmless.fileName(text);
    assertFalse(name.isEmpty());
    assertTrue(".-".indexOf(name.charAt(0)) < 0 && !name.endsWith("."));
    assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 122, name);
    assertTrue(
        name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0));
  }
}
