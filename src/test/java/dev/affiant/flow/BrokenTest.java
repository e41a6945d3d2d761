package dev.affiant.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.affiant.engine.Notice;
import dev.affiant.engine.Unfit;
import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Extent;
import dev.affiant.network.Answer;
import dev.affiant.network.Body;
import dev.affiant.network.Ending;
import dev.affiant.network.Exchange;
import dev.affiant.network.Header;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrokenTest {
  private static final Instant NOW = Instant.parse("2026-11-24T22:51:29.004Z");
  private static final String SHEET = "http://a.lab/a.css";
  private static final String SCRIPT = "http://a.lab/a.js";

  private static Exchange came(String kind, String url, int status, String type) {
    return new Exchange(
        0,
        "r",
        "page",
        "",
        kind,
        "GET",
        url,
        List.of(),
        Optional.empty(),
        Optional.of(
            new Answer(status, "", List.of(new Header("Content-Type", type)), "http/1.1", true)),
        Optional.of(new Body(Digest.of(new byte[0]), Extent.WHOLE, 0)),
        "",
        Optional.empty(),
        NOW,
        Optional.of(NOW),
        Optional.of(NOW),
        Ending.FINISHED,
        "",
        "",
        "");
  }

  private static List<String> found(Unfit unfit, Exchange... exchanges) {
    return Broken.of(unfit, List.of(exchanges), List.of()).stream().map(r -> r.code()).toList();
  }

  private static List<String> said(String kind, String level, String text, String url) {
    return Broken.of(
            Unfit.NOTHING,
            List.of(came("script", SCRIPT, 200, "text/javascript")),
            List.of(new Notice(NOW, kind, level, text, url)))
        .stream()
        .map(r -> r.code())
        .toList();
  }

  @Test
  void whatFailedOnTheWayIsNotNamedTwice() {
    Unfit two = new Unfit(2, 0, 0, List.of(), List.of());
    Exchange missing = came("image", "http://a.lab/1.png", 404, "text/html");
    assertEquals(List.of("broken:image"), found(two, missing));
    assertEquals(List.of(), found(two, missing, missing));
    assertEquals(
        List.of("broken:image", "broken:font", "broken:media"),
        found(new Unfit(1, 1, 1, List.of(), List.of())));
  }

  @Test
  void aSheetThatNoDocumentHasIsNamedIfItCame() {
    Unfit unused = new Unfit(0, 0, 0, List.of(SHEET + "#x", SHEET), List.of());
    assertEquals(List.of(), found(unused));
    assertEquals(List.of(), found(unused, came("stylesheet", SHEET, 404, "text/html")));
    assertEquals(
        List.of("broken:stylesheet", "broken:stylesheet"),
        found(
            new Unfit(0, 0, 0, List.of(SHEET), List.of(SHEET + "2")),
            came("stylesheet", SHEET, 200, "text/css"),
            came("stylesheet", SHEET + "2", 200, "text/html; charset=utf-8")));
  }

  @Test
  void aSheetWithoutRulesIsBrokenByItsTypeAlone() {
    Unfit empty = new Unfit(0, 0, 0, List.of(), List.of(SHEET));
    assertEquals(List.of(), found(empty, came("stylesheet", SHEET, 200, "text/css")));
    assertEquals(List.of(), found(empty, came("stylesheet", SHEET, 200, "Text/CSS; charset=x")));
    assertEquals(List.of(), found(empty, came("stylesheet", SHEET, 200, "")));
    assertEquals(
        List.of("broken:stylesheet"), found(empty, came("stylesheet", SHEET, 200, "text/plain")));
  }

  @Test
  void aScriptIsBrokenIfTheBrowserItselfSaysSo() {
    String words = "security: not run: '" + SCRIPT + "'";
    assertEquals(List.of("broken:script"), said("browser", "error", words, "http://a.lab/"));
    assertEquals(List.of("broken:script"), said("browser", "error", "type", SCRIPT));
    assertEquals(List.of(), said("console", "error", words, SCRIPT));
    assertEquals(List.of(), said("browser", "warning", words, SCRIPT));
    assertEquals(List.of(), said("browser", "error", "of '" + SCRIPT + "2'", "http://a.lab/"));
  }
}
