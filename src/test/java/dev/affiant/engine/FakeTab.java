package dev.affiant.engine;

import dev.affiant.casefile.TargetUrl;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Rect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A tab without a browser: every call gives something, fails as told, or never comes back. */
final class FakeTab implements Tab {
  static final Rect BOX = new Rect(10, 20, 30, 40);
  final List<String> calls = new ArrayList<>();
  private final Map<String, BrowserFailure.Kind> broken = new HashMap<>();
  private String hung = "";

  FakeTab breaks(String call, BrowserFailure.Kind kind) {
    broken.put(call, kind);
    return this;
  }

  FakeTab hangs(String call) {
    hung = call;
    return this;
  }

  private void call(String name) {
    calls.add(name);
    if (hung.equals(name)) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new BrowserFailure(BrowserFailure.Kind.TIMEOUT, "interrupted", e);
      }
    }
    Optional.ofNullable(broken.get(name))
        .ifPresent(
            kind -> {
              throw new BrowserFailure(kind, "as told");
            });
  }

  @Override
  public Arrival goTo(TargetUrl url) {
    call("goTo");
    return new Arrival(true, "");
  }

  @Override
  public void beat() {
    call("beat");
  }

  @Override
  public Glance glance() {
    call("glance");
    return new Glance(
        "http://one.test/",
        "1",
        "t",
        "en",
        "",
        "UTF-8",
        "complete",
        1,
        1280,
        9_000,
        0,
        0,
        false,
        5,
        0,
        false);
  }

  @Override
  public Signs signs(Wanted wanted) {
    call("signs");
    return Signs.NONE;
  }

  @Override
  public Unfit unfit() {
    call("unfit");
    return Unfit.NOTHING;
  }

  @Override
  public int scrollTo(int y) {
    call("scrollTo");
    return y;
  }

  @Override
  public List<Spot> find(String css, int most) {
    call("find");
    return List.of(new Spot("0", css, "button", "button", "", false, "button", "More", true, BOX));
  }

  @Override
  public List<String> texts(String css, int most) {
    call("texts");
    return List.of("More");
  }

  @Override
  public int count(String css, boolean visible, int most) {
    call("count");
    return 1;
  }

  @Override
  public int pauseMedia() {
    call("pauseMedia");
    return 0;
  }

  @Override
  public boolean press(Key key) {
    call("press");
    return true;
  }

  @Override
  public boolean click(Spot spot) {
    call("click");
    return true;
  }

  @Override
  public Strip viewport() {
    call("viewport");
    return new Strip(new Rect(0, 0, 1280, 1600), 1, new byte[] {1});
  }

  @Override
  public Strip picture(Rect part) {
    call("picture");
    return new Strip(part, 1, new byte[] {2});
  }

  @Override
  public List<Reason> fullPage(Consumer<Strip> each) {
    each.accept(new Strip(new Rect(0, 0, 1280, 1000), 1, new byte[] {3}));
    call("fullPage");
    each.accept(new Strip(new Rect(0, 1000, 1280, 1000), 1, new byte[] {4}));
    return List.of(new Reason("truncated:screenshot-full", "as told"));
  }

  @Override
  public List<FrameDom> dom() {
    call("dom");
    return List.of(
        new FrameDom("0", "http://one.test/", "<html></html>", ""),
        new FrameDom("0.0", "http://two.test/", "<p>", ""),
        new FrameDom("0.1", "http://three.test/", "", "gone"));
  }

  @Override
  public Words words() {
    call("words");
    Words.Word word = new Words.Word("Hello", new Rect(1, 2.5, 30.25, 18), 1, 1, "0", "ltr", "en");
    return new Words(new Words.Sheet(1280, 5210, 1280, 1600, 1), List.of(word), "Hello", "");
  }

  @Override
  public byte[] mhtml() {
    call("mhtml");
    return new byte[] {5};
  }

  @Override
  public void close() {
    call("close");
  }
}
