package dev.affiant.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HarmlessTest {

  @Test
  void escapesAndOverridesAreShownAsCodePoints() {
    assertEquals("a\\u{1b}[31mb\\u{202e}c", Harmless.line("a\u001b[31mb\u202Ec"));
    assertEquals("\\u{0}\\u{9b}\\u{a}", Harmless.line("\0\u009b\n"));
  }

  @Test
  void ordinaryWritingOfEveryScriptStays() {
    for (String text :
        new String[] {"Ünïcödé", "مرحبا", "नमस्ते", "日本語", "👩\u200d🚀", "می\u200cخواهم"}) {
      assertEquals(text, Harmless.line(text));
    }
  }

  @Test
  void aPileOfMarksIsCutDown() {
    assertEquals("a\u0301\u0301\u0301\u0301\\u{301}", Harmless.line("a" + "\u0301".repeat(5)));
  }

  @Test
  void aLongLineLosesItsMiddle() {
    assertEquals("abcd…wxyz", Harmless.line("abcdefghijklmnopqrstuvwxyz", 9));
    assertEquals("日…語", Harmless.line("日本語", 5));
    assertEquals(40, Columns.of(Harmless.line("x".repeat(10_000_000), 40)));
  }

  @Test
  void spreadsheetsSeeText() {
    assertEquals("\"'=cmd()\"", Harmless.csv("=cmd()"));
    assertEquals("\"say \"\"hi\"\"\"", Harmless.csv("say \"hi\""));
  }

  @Test
  void fileNamesStayInTheirDirectory() {
    assertEquals("_.._.._etc_passwd", Harmless.fileName("../../etc/passwd"));
    assertEquals("_con.txt", Harmless.fileName("con.txt"));
    assertEquals("_", Harmless.fileName("").substring(0, 1));
  }

  @Test
  void figuresAreForPeople() {
    assertEquals("980 B", Figures.size(980));
    assertEquals("1.9 MB", Figures.size(1_900_000));
    assertEquals("41 MB", Figures.size(41_000_000));
    assertEquals("1.0 MB", Figures.size(999_999));
    assertEquals("40 ms", Figures.took(Duration.ofMillis(40)));
    assertEquals("1.8 s", Figures.took(Duration.ofMillis(1_800)));
    assertEquals("1m 04s", Figures.took(Duration.ofSeconds(64)));
    assertEquals("1 artifact", Figures.count(1, "artifact"));
  }

  @Test
  void aPathIsOneWordForAShell() {
    assertEquals("out/exhibit-4.wacz", Harmless.shellWord("out/exhibit-4.wacz"));
    assertEquals("'my exhibit'", Harmless.shellWord("my exhibit"));
    assertEquals("'it'\\''s; rm'", Harmless.shellWord("it's; rm"));
    assertEquals("./-rf", Harmless.shellWord("-rf"));
    assertEquals("''", Harmless.shellWord(""));
  }
}
