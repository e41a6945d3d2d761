package dev.affiant.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.evidence.Artifact;
import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Rect;
import dev.affiant.evidence.Role;
import dev.affiant.evidence.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class PageTest {
  private final TestSheets store = new TestSheets();

  private String html() throws IOException {
    return html(List.of());
  }

  private String html(List<String> faults) throws IOException {
    List<Sheet> sheets = List.of(store.partialSheet(), store.refusedSheet());
    return new Page(
            "smith-v-jones",
            "Made 2026-11-25 09:00 +00:00",
            "Ledger affiant.invalid/ab, 14 entries, root b3f0…",
            faults,
            sheets)
        .html();
  }

  @Test
  void thePageHoldsEverythingAndLoadsNothing() throws IOException {
    Document page = Jsoup.parse(html());
    assertEquals(0, page.select("script, link, iframe, object, form, [onload], [onclick]").size());
    for (Element e : page.select("[src], [href]")) {
      assertTrue(
          e.attr("src").startsWith("data:image/png;base64,") || e.attr("href").startsWith("#"),
          e::toString);
    }
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/report-sample.html"), html());
  }

  @Test
  void whatSpeaksAgainstTheEvidenceIsSaidFirst() throws IOException {
    assertTrue(Jsoup.parse(html()).text().contains("Checked when this page was made: INTACT."));
    Document bad = Jsoup.parse(html(List.of("ALTERED <b>bytes</b>: screenshot-full-01.png")));
    assertTrue(bad.select("header .banner li").text().startsWith("ALTERED <b>bytes</b>"));
    assertFalse(bad.text().contains("INTACT."));
  }

  @Test
  void aHostileTitleIsText() throws IOException {
    String html = html();
    assertFalse(html.contains("<script"));
    assertTrue(html.codePoints().noneMatch(c -> c != '\n' && Harmless.dangerous(c)));
    assertTrue(Jsoup.parse(html).text().contains("<script>alert(1)</script>"), "shown, not hidden");
  }

  @Test
  void aReaderWithoutSightCanReadIt() throws IOException {
    Document page = Jsoup.parse(html());
    assertEquals("en", page.select("html").attr("lang"));
    assertEquals(1, page.select("h1").size());
    page.select("img").forEach(img -> assertTrue(img.attr("alt").contains("not evidence")));
    page.select("table").forEach(t -> assertFalse(t.select("th[scope=col]").isEmpty()));
    List<String> ids = page.select("[id]").eachAttr("id");
    assertEquals(ids.size(), ids.stream().distinct().count());
    page.select("[aria-labelledby]")
        .forEach(e -> assertTrue(ids.contains(e.attr("aria-labelledby"))));
  }

  @Test
  void everyLabCaptureIsMarkedAndNothingIsCalledAuthentic() throws IOException {
    Document page = Jsoup.parse(html());
    assertEquals(2, page.select("article .lab").size());
    assertEquals(1, page.select(".banner").size());
    assertFalse(html().toLowerCase(Locale.ROOT).contains("authentic"));
    assertTrue(page.text().contains("What this does not prove"));
  }

  @Test
  void theTextHasTheSameFacts() throws IOException {
    Sheet sheet = store.partialSheet();
    String text = SheetText.of(sheet);
    String page = Jsoup.parse(html()).text();
    for (String fact :
        List.of(
            "PARTIAL",
            "failed:image (/p/3.jpg answered 404)",
            "12 of 14",
            "exported to counsel",
            "2026-11-24 22:51:29.004 +00:00 Europe/London (2026-11-24T22:51:29.004Z)",
            "127.0.0.1 is a loopback address",
            "MNM-1",
            "/network/egressIp",
            "Affiant/0.1.0",
            sheet.commit().hex(),
            "screenshot-full-01.png",
            "scrollTo",
            "302")) {
      assertTrue(text.contains(fact), fact);
      assertTrue(page.contains(fact), fact);
    }
    assertTrue(text.codePoints().noneMatch(c -> c != '\n' && Harmless.dangerous(c)));
  }

  @Test
  void aRefusalSaysWhichRuleAndWhatWouldChangeIt() throws IOException {
    Sheet sheet = store.refusedSheet();
    assertEquals("REFUSED", sheet.outcome());
    assertEquals(
        List.of("TOS-1: the terms forbid automated collection without consent"), sheet.reasons());
    assertTrue(SheetText.of(sheet).contains("affiant case authority add"));
  }

  @Test
  void aLostOrForeignFilingIsSaid() throws IOException {
    Sheet lost = new SheetReader(store).read(store.reference("capture", Sha256.of(new byte[] {7})));
    assertEquals("UNREADABLE", lost.outcome());
    Digest garbage = store.put(new byte[] {'{', 0});
    assertEquals(
        "UNREADABLE",
        new SheetReader(store).read(store.reference("capture", garbage.sha256())).outcome());
  }

  @Test
  void theThumbnailShowsTheTopOfTheHighestStrip() throws IOException {
    Artifact low =
        Artifact.of(Role.SCREENSHOT_FULL, 2, store.put(new byte[] {1}), "x")
            .showing(new Rect(0, 8000, 1280, 8000), 1);
    Artifact top =
        Artifact.of(Role.SCREENSHOT_FULL, 1, store.put(TestSheets.picture(8000)), "x")
            .showing(new Rect(0, 0, 1280, 8000), 1);
    Sheet.Thumbnail small = Thumbnails.of(List.of(low, top), store).orElseThrow();
    assertEquals(360, small.width());
    assertEquals(450, small.height());
    assertTrue(Thumbnails.of(List.of(low), store).isEmpty(), "a damaged picture makes none");
  }

  @Test
  void oneCaptureIsOneLine() {
    Line line =
        new Line(
            6,
            "PARTIAL",
            "http://shop.lab/item/9",
            List.of(new Reason("failed:image", "/p/3.jpg answered 404\u001b[2J")),
            15,
            800_000,
            Optional.of(Duration.ofMillis(1600)));
    assertEquals(
        "#6    PARTIAL      shop.lab/item/9: failed:image (/p/3.jpg answered 404\\u{1b}[2J)  15 artifacts  800 kB  1.6 s",
        line.text());
    Line other =
        new Line(
            11, "REFUSED", "https://x.com/" + "a".repeat(100), List.of(), 0, 0, Optional.empty());
    assertEquals("#11   REFUSED      x.com/" + "a".repeat(21) + "…" + "a".repeat(28), other.text());
  }
}
