package dev.affiant.engine.cdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.engine.BrowserFailure;
import dev.affiant.engine.MemoryStaging;
import dev.affiant.engine.Recorder;
import dev.affiant.engine.Strip;
import dev.affiant.engine.TinyWeb;
import dev.affiant.engine.Words;
import dev.affiant.evidence.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Pictures of pages in a real browser, decoded and looked at pixel by pixel. */
class PicturesTest {
  private static final int WIDTH = 160;
  private static final int RED = 0xff0000;
  private static final int GREEN = 0x00ff00;
  private static final TinyWeb web = new TinyWeb();
  private static final TestBrowser browser = TestBrowser.start(web);

  private final List<Strip> strips = new ArrayList<>();

  @AfterAll
  static void stop() throws IOException {
    browser.close();
    web.close();
  }

  private static ChromiumPage page(String html, double scale) {
    web.html("/", "<!DOCTYPE html><body style='margin:0'>" + html);
    TestPage tab = browser.page(WIDTH, 600, scale);
    tab.open("http://one.test/");
    Recorder recorder = new Recorder(new MemoryStaging(), Clock.systemUTC());
    return new ChromiumPage(tab.cdp, tab, recorder, scale);
  }

  /** A page of coloured lines, each 100 px high, that say their number in their colour. */
  private static String lines(int height) {
    return "<script>let s='';for(let i=0;i<"
        + height / 100
        + ";i++)s+=`<div style='height:100px;background:rgb(${i&255},${i>>8},200)'></div>`;"
        + "document.body.innerHTML+=s</script>";
  }

  private List<Reason> take(ChromiumPage page) {
    return page.fullPage(strips::add);
  }

  /** Every row of the strips, in order, by the colour in the middle. */
  private int[] rows(int height) {
    int[] rows = new int[height];
    int y = 0;
    for (Strip strip : strips) {
      assertEquals(y, strip.part().y(), 0, "strips follow each other exactly");
      BufferedImage image = image(strip);
      assertEquals(WIDTH * strip.scale(), image.getWidth(), 0);
      assertEquals(strip.part().height() * strip.scale(), image.getHeight(), 0);
      for (int i = 0; i < strip.part().height(); i++) {
        int at = (int) (i * strip.scale());
        rows[y++] = image.getRGB(image.getWidth() / 2, at) & 0xffffff;
      }
    }
    assertEquals(height, y, "strips cover the page exactly");
    return rows;
  }

  private static BufferedImage image(Strip strip) {
    try {
      return ImageIO.read(new ByteArrayInputStream(strip.png()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int line(int number) {
    return (number & 255) << 16 | number >> 8 << 8 | 200;
  }

  private void everyLineIsThereOnce(int height) {
    int[] rows = rows(height);
    for (int y = 0; y < height; y++) {
      assertEquals(line(y / 100), rows[y], "row " + y);
    }
  }

  @Test
  void aShortPageIsOnePicture() {
    assertEquals(List.of(), take(page(lines(900), 1)));
    assertEquals(1, strips.size());
    everyLineIsThereOnce(900);
  }

  @Test
  void aTallPageIsOnePicture() {
    assertEquals(List.of(), take(page(lines(16_400), 1)));
    assertEquals(1, strips.size());
    everyLineIsThereOnce(16_400);
  }

  @Test
  void aVeryTallPageIsStripsThatCoverItExactly() {
    assertEquals(List.of(), take(page(lines(33_000), 1)));
    assertEquals(5, strips.size());
    everyLineIsThereOnce(33_000);
  }

  @Test
  void scaleCountsTwice() {
    assertEquals(List.of(), take(page(lines(16_000), 2)));
    assertEquals(4, strips.size());
    assertEquals(4_000, strips.get(0).part().height());
    everyLineIsThereOnce(16_000);
  }

  @Test
  void beyondAHundredThousandIsCutAndSaid() {
    List<Reason> wrong = take(page(lines(100_400), 1));
    assertEquals(1, wrong.size());
    assertEquals("truncated:screenshot-full", wrong.get(0).code());
    everyLineIsThereOnce(100_000);
  }

  @Test
  void headersThatStayInViewAreShownOnceWhereTheyStand() {
    String fixed =
        "<div style='position:fixed;top:0;width:100%;height:50px;background:#f00'></div>"
            + "<div style='position:sticky;top:60px;height:40px;background:#0f0'></div>";
    take(page(fixed + lines(33_000), 1));
    int[] rows = rows(33_040);
    for (int y = 0; y < rows.length; y++) {
      int layout = y < 40 ? GREEN : line((y - 40) / 100);
      int shown = y < 50 ? RED : y >= 60 && y < 100 ? GREEN : layout;
      assertEquals(shown, rows[y], "row " + y);
    }
  }

  @Test
  void theViewportIsPicturedWhereItStands() {
    ChromiumPage page = page(lines(3_000), 1);
    page.scrollTo(1_000);
    Strip strip = page.viewport();
    assertEquals(1_000, strip.part().y());
    assertEquals(line(10), image(strip).getRGB(5, 5) & 0xffffff);
  }

  @Test
  void aPageThatFitsTheWindowIsPicturedOnceForBoth() {
    ChromiumPage page = page(lines(600), 1);
    Strip view = page.viewport();
    assertEquals(List.of(), take(page));
    assertEquals(List.of(view), strips);
    everyLineIsThereOnce(600);
    page.scrollTo(0);
    strips.clear();
    take(page);
    assertEquals(600, strips.get(0).part().height());
    assertTrue(strips.get(0) != view, "after a move it is taken anew");
  }

  @Test
  void wordsLieWhereThePictureShowsThem() {
    ChromiumPage page =
        page("<p style='font:20px sans-serif;color:#000'>one two<br>three مرحبا 日本</p>", 1);
    Words words = page.words();
    page.fullPage(strips::add);
    BufferedImage image = image(strips.get(0));
    assertTrue(words.words().size() >= 5, words.text());
    for (Words.Word word : words.words()) {
      assertTrue(ink(image, word, true), word + " is not where its box is");
    }
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int atX = x;
        int atY = y;
        boolean boxed = words.words().stream().anyMatch(w -> within(w, atX, atY));
        assertTrue(boxed || (image.getRGB(x, y) & 0xff) > 200, "ink at " + x + "," + y);
      }
    }
  }

  private static boolean within(Words.Word word, int x, int y) {
    return x >= word.box().x() - 2
        && x <= word.box().x() + word.box().width() + 2
        && y >= word.box().y() - 2
        && y <= word.box().y() + word.box().height() + 2;
  }

  private static boolean ink(BufferedImage image, Words.Word word, boolean dark) {
    for (int y = (int) word.box().y(); y < word.box().y() + word.box().height(); y++) {
      for (int x = (int) word.box().x(); x < word.box().x() + word.box().width(); x++) {
        if (((image.getRGB(x, y) & 0xff) < 128) == dark) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void blankRowsWhereThePageShowsSomethingAreTakenAgain() {
    ShotCdp cdp = new ShotCdp(20_000, 6_000, true);
    List<Reason> wrong = cdp.pictures().fullPage(strips::add);
    assertEquals(List.of(), wrong);
    assertEquals(5, strips.size(), "one shot came back blank, so smaller ones were taken");
  }

  @Test
  void blankRowsThatStayBlankAreSaid() {
    ShotCdp cdp = new ShotCdp(20_000, 500, true);
    List<Reason> wrong = cdp.pictures().fullPage(strips::add);
    assertTrue(wrong.stream().allMatch(r -> r.code().equals("blank:screenshot-full")));
    assertTrue(!wrong.isEmpty() && !strips.isEmpty());
  }

  @Test
  void blankRowsOfABlankPageAreBelieved() {
    ShotCdp cdp = new ShotCdp(20_000, 500, false);
    assertEquals(List.of(), cdp.pictures().fullPage(strips::add));
    assertEquals(1, strips.size());
  }

  @Test
  void aPictureOfAnotherSizeIsRefused() {
    ShotCdp cdp = new ShotCdp(900, 100_000, false);
    cdp.wrongSize();
    assertThrows(BrowserFailure.class, () -> cdp.pictures().fullPage(strips::add));
  }
}
