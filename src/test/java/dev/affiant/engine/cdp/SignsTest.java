package dev.affiant.engine.cdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.engine.MemoryStaging;
import dev.affiant.engine.Recorder;
import dev.affiant.engine.Signs;
import dev.affiant.engine.TinyWeb;
import dev.affiant.engine.Wanted;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What gates are told by, read in a real browser. */
class SignsTest {
  private static final TinyWeb web = new TinyWeb();
  private static final TestBrowser browser = TestBrowser.start(web);

  private final TestPage tab = browser.page(1000, 600, 1);
  private final ChromiumPage page =
      new ChromiumPage(tab.cdp, tab, new Recorder(new MemoryStaging(), Clock.systemUTC()), 1);

  @AfterAll
  static void stop() throws IOException {
    browser.close();
    web.close();
  }

  private void open(String html) {
    web.html("/", "<!DOCTYPE html>" + html);
    tab.open("http://one.test/");
  }

  @Test
  void signsAreReadOfAPageThatWasMadeToTakeForEver() {
    open(
        "<body><main id=m></main><script>"
            + "let s = ''; for (let i = 0; i < 100000; i++) s += '<b class=captcha>w</b>';"
            + "m.innerHTML = s + '<img src=\"data:image/png;base64,AAAA\" width=9 height=9>'.repeat(20000);"
            + "let d = m; for (let i = 0; i < 400; i++) d = d.appendChild(document.createElement('span'));"
            + "d.textContent = 'deep';"
            + "</script>");
    long begin = System.nanoTime();
    Signs signs = page.signs(new Wanted(List.of(".captcha", "[class*=captcha i]"), List.of()));
    page.unfit();
    assertTrue(System.nanoTime() - begin < 8_000_000_000L, "it ends");
    assertEquals(2_000, signs.words());
  }

  @Test
  void signsAreThoseOfTheMainPartAndWhatLiesOverIt() {
    open(
        "<head><meta name=ROBOTS content='noai,  noarchive'><title>t</title></head><body>"
            + "<header>Log in</header><main><h1>A  heading</h1><p>Three <b>inline</b> words</p>"
            + "<p>Next</p></main><form><input name=querySelectorAll><textarea></textarea></form>"
            + "<div role=dialog aria-modal=true style='position:fixed;inset:0;background:#fff'>"
            + "<h2>Say who</h2><input type=password></div>");
    Signs signs = page.signs(new Wanted(List.of("[role=dialog]", "#none"), List.of()));
    assertEquals(List.of("A heading", "Say who"), signs.headings());
    assertEquals("A heading\nThree inline words\nNext", signs.text());
    assertEquals(6, signs.words());
    assertEquals(List.of("meta robots: noai, noarchive"), signs.metas());
    assertEquals("Say who", signs.over().orElseThrow().text());
    assertTrue(signs.over().orElseThrow().password());
    assertEquals(List.of(0), signs.marks().stream().map(Signs.Mark::index).toList());
    assertTrue(signs.marks().get(0).middle());
  }
}
