package dev.affiant.engine.cdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.affiant.engine.FrameDom;
import dev.affiant.engine.Glance;
import dev.affiant.engine.MemoryStaging;
import dev.affiant.engine.Recorder;
import dev.affiant.engine.Spot;
import dev.affiant.engine.TinyWeb;
import dev.affiant.engine.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ChromiumPageTest {
  private static final TinyWeb web = new TinyWeb();
  private static final TestBrowser browser = TestBrowser.start(web);

  private final Recorder recorder = new Recorder(new MemoryStaging(), Clock.systemUTC());
  private TestPage tab = browser.page(1000, 600, 1);
  private ChromiumPage page = new ChromiumPage(tab.cdp, tab, recorder, 1);

  @AfterAll
  static void stop() throws IOException {
    browser.close();
    web.close();
  }

  private void open(String html) {
    web.html("/", "<!DOCTYPE html>" + html);
    tab.open("http://one.test/");
  }

  /** Glances as a flow does, until it is so. */
  private void until(BooleanSupplier isSo) {
    for (int i = 0; i < 2_000 && !isSo.getAsBoolean(); i++) {
      tab.eval("new Promise(r => setTimeout(r, 5))");
    }
    assertTrue(isSo.getAsBoolean());
  }

  @Test
  void glanceSaysWhatThePageIs() {
    open(
        "<html lang=fr><head><meta charset=utf-8><title>Bonjour</title>"
            + "<link rel=canonical href=/c></head>"
            + "<body style='margin:0'><div style='height:3000px'>trois mots visibles"
            + "<span hidden>caché</span></div><input type=password></body>");
    Glance glance = page.glance();
    assertEquals("http://one.test/", glance.url());
    assertEquals("Bonjour", glance.title());
    assertEquals("fr", glance.lang());
    assertEquals("http://one.test/c", glance.canonicalLink());
    assertEquals("UTF-8", glance.charset());
    assertEquals("complete", glance.readyState());
    assertEquals(3, glance.words());
    assertTrue(glance.pageHeight() >= 3000);
    assertTrue(glance.passwordField());
  }

  @Test
  void glanceBearsACanonicalLinkThatIsNoAddress() {
    open("<link rel=canonical href='http://['><p>words");
    assertEquals("http://[", page.glance().canonicalLink());
    open("<link rel=canonical href=/c><img name=baseURI><p>words");
    assertEquals("http://one.test/c", page.glance().canonicalLink());
  }

  @Test
  void glanceFindsAPasswordFieldBehindAnyNumberOfNodesAndInFrames() {
    open(
        "<body><div id=d></div><input type=password style='position:fixed;top:0'>"
            + "<script>d.innerHTML = '<i>w</i> '.repeat(200000)</script>");
    assertTrue(page.glance().passwordField());
    open("<body>Log in<iframe srcdoc='<input type=password>'></iframe>");
    until(() -> page.glance().passwordField());
    open("<body>Log in<iframe style='display:none' srcdoc='<input type=password>'></iframe>");
    assertFalse(page.glance().passwordField());
  }

  @Test
  void countsImagesThatShowNothing() {
    open(
        "<body><img width=90 height=90 src='data:image/png;base64,AAAA'><img width=90 height=90>"
            + "<img src='data:image/png;base64,AAAA' style='display:none'>"
            + "<img src='data:,' width=1 height=1>"
            + "<img width=90 height=90 src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\">");
    until(() -> page.unfit().images() == 1);
  }

  @Test
  void glanceTellsOneDocumentFromTheNext() {
    open("<p>one");
    String first = page.glance().document();
    assertEquals(first, page.glance().document());
    open("<p>one");
    assertFalse(first.equals(page.glance().document()));
  }

  @Test
  void glanceCountsWhatChangesInShadowRootsToo() {
    open(
        "<body><div id=h></div><script>h.attachShadow({mode:'open'}).innerHTML='<p>a b</p>'</script>");
    long before = page.glance().mutations();
    assertEquals(2, page.glance().words());
    tab.eval("h.shadowRoot.firstChild.textContent = 'now there are five words'; 1");
    until(() -> page.glance().mutations() > before);
    until(() -> page.glance().words() == 5);
  }

  @Test
  void aWorldIsMadeAnewAfterANavigation() {
    open("<body>one</body>");
    assertEquals(1, page.glance().words());
    web.html("/two", "<title>two</title>one two");
    tab.open("http://other.test/two");
    assertEquals("two", page.glance().title());
    assertEquals(0, page.glance().mutations());
  }

  @Test
  void namesThatHideThePlatformDoNotMatter() {
    open(
        "<head><title>true</title></head><body><form name=querySelectorAll id=f>"
            + "<input name=firstChild><input name=shadowRoot><input name=getBoundingClientRect>"
            + "<input name=nodeType><input name=parentNode><p>inside words</p></form>"
            + "<img name=title><form name=documentElement></form><form name=fonts></form>"
            + "<form name=createTreeWalker></form><form name=readyState></form>"
            + "<script>Element.prototype.getBoundingClientRect = () => { throw 1 };"
            + "Object.defineProperty(Node.prototype,'textContent',{get(){while(1);}})</script>");
    assertEquals("true", page.glance().title());
    assertEquals("complete", page.glance().readyState());
    assertEquals(List.of("inside", "words"), spoken(page.words()));
    assertTrue(page.dom().get(0).html().contains("<p>inside words</p>"));
    assertEquals(1, page.find("#f", 5).size());
  }

  @Test
  void domHasDoctypeOpenShadowRootsAndTemplates() {
    open(
        "<!-- first --><html lang=en data-x='a\"b'><body><div id=h><b>slotted</b></div>"
            + "<template><i>kept</i></template><noscript><em>no script</em></noscript>"
            + "<input id=i value=given>"
            + "<script>h.attachShadow({mode:'open'}).innerHTML="
            + "'<p>outer</p><slot></slot><span id=n></span>';"
            + "h.shadowRoot.getElementById('n').attachShadow({mode:'open'}).textContent='inner';"
            + "i.value='typed'</script>");
    String html = page.dom().get(0).html();
    assertTrue(html.startsWith("<!DOCTYPE html>"), html);
    assertTrue(html.contains("<!-- first -->"), html);
    assertTrue(html.contains("<html lang=\"en\" data-x=\"a&quot;b\">"), html);
    assertTrue(html.contains("<template shadowrootmode=\"open\"><p>outer</p>"), html);
    assertTrue(html.contains("<template shadowrootmode=\"open\">inner</template>"), html);
    assertTrue(html.contains("<template><i>kept</i></template>"), html);
    assertTrue(html.contains("<noscript><em>no script</em></noscript>"), html);
    assertTrue(html.contains("value=\"given\"") && !html.contains("value=\"typed\""), html);
    assertTrue(html.endsWith("</html>"), html);
  }

  @Test
  void everyFrameIsADocumentOfItsOwn() {
    web.html(
        "/same", "<body style='margin:0'>same site<iframe src=http://three.test/deep></iframe>");
    web.html("/cross", "<body style='margin:0'>cross site</body>");
    web.html("/deep", "<body style='margin:0'>deep down</body>");
    open(
        "<body style='margin:0'>top words<br>"
            + "<iframe src=/same style='border:3px solid;position:absolute;left:50px;top:100px'></iframe>"
            + "<iframe src=http://two.test/cross style='border:0;position:absolute;left:500px;top:200px'></iframe>"
            + "<iframe srcdoc='<body style=margin:0>from srcdoc' style='position:absolute;left:0;top:400px'></iframe>"
            + "<iframe src=/same style='display:none'></iframe>");
    until(() -> tab.apart().size() >= 2);
    List<FrameDom> frames = page.dom();
    String all = frames.stream().map(FrameDom::html).collect(Collectors.joining("\n"));
    assertEquals("0", frames.get(0).frame());
    assertTrue(all.contains("same site") && all.contains("cross site"), all);
    assertTrue(all.contains("deep down") && all.contains("from srcdoc"), all);
    assertTrue(frames.stream().allMatch(f -> f.failure().isEmpty()), frames.toString());
    assertTrue(frames.stream().anyMatch(f -> f.url().equals("http://two.test/cross")));
    Words words = page.words();
    assertEquals("", words.cut());
    Words.Word same = word(words, "same");
    assertEquals(53, same.box().x(), 0.5);
    assertEquals(103, same.box().y(), 2);
    Words.Word cross = word(words, "cross");
    assertEquals(500, cross.box().x(), 0.5);
    assertEquals(200, cross.box().y(), 2);
    assertTrue(word(words, "deep").box().x() > 53);
    assertFalse(cross.frame().equals("0"));
    assertEquals(1, words.words().stream().filter(w -> w.text().equals("same")).count());
    assertTrue(words.text().startsWith("top words\n"), words.text());
  }

  @Test
  void wordsAreThoseThatShow() {
    open(
        "<body style='margin:0;font:16px sans-serif'><h1>Shown title</h1>"
            + "<p style='display:none'>none</p><p style='visibility:hidden'>hidden</p>"
            + "<p style='opacity:0'>clear</p>"
            + "<div style='width:100px;height:20px;overflow:hidden'>seen<br><br><br>clipped</div>"
            + "<span style='position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)'>reader</span>"
            + "<span style='position:absolute;left:-9999px'>away</span>"
            + "<details><summary>more</summary>folded</details>"
            + "<div id=h><i>unslotted</i><u slot=s>slotted</u></div>"
            + "<p style='text-transform:uppercase'>loud</p>"
            + "<script>h.attachShadow({mode:'open'}).innerHTML='before <slot name=s></slot> after'</script>");
    assertEquals(
        List.of("Shown", "title", "seen", "more", "before", "slotted", "after", "LOUD"),
        spoken(page.words()));
  }

  @Test
  void textReadsAsAPersonWouldReadIt() {
    open(
        "<body><h1>A  title</h1><p>One <b>bo</b>ld\n line,<br>next</p>"
            + "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
            + "<pre>x\n  y</pre>");
    assertEquals("A title\n\nOne bold line,\nnext\n\na\tb\nc\td\n\nx\ny", page.words().text());
  }

  @Test
  void wordsSayLineDirectionAndLanguage() {
    open(
        "<html lang=en><body style='margin:0'><p style='width:300px'>one two</p>"
            + "<p lang=ar dir=rtl>مرحبا بالعالم 12</p><p lang=ja>日本語の文章です。</p>");
    Words words = page.words();
    Words.Word one = word(words, "one");
    Words.Word two = word(words, "two");
    assertEquals(one.line(), two.line());
    assertTrue(one.box().x() < two.box().x());
    assertEquals("en", one.lang());
    Words.Word arabic = word(words, "مرحبا");
    Words.Word world = word(words, "بالعالم");
    assertEquals("rtl", arabic.direction());
    assertEquals("ar", arabic.lang());
    assertTrue(arabic.box().x() > world.box().x(), "it reads from the right");
    assertEquals(arabic.line(), world.line());
    assertEquals("rtl", word(words, "12").direction());
    List<String> japanese =
        words.words().stream().filter(w -> w.lang().equals("ja")).map(Words.Word::text).toList();
    assertTrue(japanese.size() > 2, japanese.toString());
    assertEquals("日本語の文章です。", String.join("", japanese));
  }

  @Test
  void aWordBrokenAcrossLinesIsOneForEachLine() {
    open(
        "<body style='margin:0'><p style='width:60px;font:16px monospace;word-break:break-all'>"
            + "abcdefghijklmnop</p>");
    Words words = page.words();
    assertTrue(words.words().size() > 1);
    assertEquals("abcdefghijklmnop", String.join("", spoken(words)));
    assertEquals("abcdefghijklmnop", words.text());
    words.words().forEach(w -> assertTrue(w.box().width() <= 60.5, w.toString()));
  }

  @Test
  void wordsComeInTheirThousandsAndEndAtTheirLimit() {
    open(
        "<body><script>let s='';for(let i=0;i<5000;i++)s+='<p>w'+i+' and more</p>';"
            + "document.body.innerHTML=s</script>");
    assertEquals(15_000, page.words().words().size());
  }

  @Test
  void findSeesIntoShadowRootsAndNamesWhatItFinds() {
    open(
        "<body><button id=b aria-label='Close  it'>×</button><div id=h></div>"
            + "<form><button class=x>Send</button></form><a class=x href=/p#q>Read <b>on</b></a>"
            + "<label class=x>L <input type=checkbox></label><div class=x hidden>no</div>"
            + "<script>h.attachShadow({mode:'open'}).innerHTML="
            + "'<button class=x type=button>Inner</button>'</script>");
    List<Spot> spots = page.find(".x", 10);
    assertEquals(
        List.of("Inner", "Send", "Read on", "L", "no"), spots.stream().map(Spot::name).toList());
    assertEquals("button", spots.get(0).role());
    assertFalse(spots.get(0).submits());
    assertTrue(spots.get(1).submits());
    assertEquals("link", spots.get(2).role());
    assertEquals("http://one.test/p#q", spots.get(2).href());
    assertEquals("label", spots.get(3).tag());
    assertFalse(spots.get(4).visible());
    assertEquals("Close it", page.find("#b", 1).get(0).name());
    assertEquals(2, page.find(".x", 2).size());
  }

  @Test
  void clickPressesWhatWasFoundAndNothingElse() {
    open(
        "<body style='margin:0'><button id=a style='position:absolute;top:50px'>a</button>"
            + "<button id=c style='position:absolute;top:100px'>c</button>"
            + "<div style='position:absolute;top:90px;width:300px;height:50px'></div>"
            + "<button id=d style='position:absolute;top:2000px'>d</button>"
            + "<script>window.hit='';document.addEventListener('click',e=>hit+=e.target.id)</script>");
    assertTrue(page.click(page.find("#a", 1).get(0)));
    assertFalse(page.click(page.find("#c", 1).get(0)), "something covers it");
    assertTrue(page.click(page.find("#d", 1).get(0)), "it is scrolled to");
    assertEquals("ad", tab.eval("hit").getAsString());
    Spot spot = page.find("#a", 1).get(0);
    tab.eval("a.type='reset'; 1");
    assertFalse(page.click(spot), "it is no longer what was found");
  }

  @Test
  void aBoxThatActsByItsRoleIsPressedThroughItsOwnWordsAndNotThroughAnotherControl() {
    open(
        "<body style='margin:0'><div id=a role=button style='display:inline-block'>"
            + "<span>See more</span></div>"
            + "<div id=b role=button style='display:block'><b role=link>Follow</b></div>"
            + "<div id=c role=button><button>Like</button></div>"
            + "<script>window.hit='';document.addEventListener('click',e=>hit+=e.target.tagName)</script>"
            + "<style>b,#c button{display:block;width:100%}</style>");
    assertTrue(page.click(page.find("#a", 1).get(0)));
    assertFalse(page.click(page.find("#b", 1).get(0)), "its middle is a link of its own");
    assertFalse(page.click(page.find("#c", 1).get(0)), "its middle is a button of its own");
    assertEquals("SPAN", tab.eval("hit").getAsString());
  }

  @Test
  void scrollsThePageOrItsInnerScroller() {
    open("<body style='margin:0;scroll-behavior:smooth'><div style='height:5000px'></div>");
    assertEquals(1000, page.scrollTo(1000));
    assertEquals(4400, page.scrollTo(100_000));
    assertEquals(4400, page.glance().scrollY());
    open(
        "<body style='margin:0'><div style='height:600px;overflow:auto'>"
            + "<div style='height:3000px'>in a box</div></div>");
    assertEquals(2400, page.scrollTo(100_000));
    assertEquals(3000, page.glance().pageHeight());
  }

  @Test
  void imagesNearTheViewportArePendingUntilDecoded() {
    web.bytes("/i.svg", "image/svg+xml", svg());
    open("<body><img src=/i.svg><div style='height:9000px'></div><img src=/i.svg loading=lazy>");
    until(() -> page.glance().pendingImages() == 0 && page.glance().decodedImages() == 1);
    page.scrollTo(9000);
    until(() -> page.glance().pendingImages() == 0 && page.glance().decodedImages() == 2);
  }

  @Test
  void mhtmlHoldsThePage() {
    open("<body>kept in one file</body>");
    String mhtml = new String(page.mhtml(), StandardCharsets.UTF_8);
    assertTrue(mhtml.contains("multipart/related") && mhtml.contains("kept in one file"));
  }

  @Test
  void threeHundredThousandNodesAreRead() {
    open("<body><script>document.write('<b>x </b>'.repeat(150000))</script>");
    assertTrue(page.dom().get(0).html().length() > 1_300_000);
    Words words = page.words();
    assertTrue(words.words().size() == 150_000 || !words.cut().isEmpty());
    assertTrue(page.glance().words() > 0);
  }

  @Test
  void eachScriptIsOnRecordOnceWithItsSource() {
    open("<body>x</body>");
    page.glance();
    page.glance();
    page.words();
    List<String> names =
        recorder.stop().actions().stream().map(a -> a.with().path("name").asString()).toList();
    assertEquals(List.of("world.js", "glance.js", "words.js"), names);
  }

  private static byte[] svg() {
    return "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'><rect width='9' height='9'/></svg>"
        .getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> spoken(Words words) {
    return words.words().stream().map(Words.Word::text).toList();
  }

  private static Words.Word word(Words words, String text) {
    return words.words().stream()
        .filter(w -> w.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text + " is not in " + words.text()));
  }
}
