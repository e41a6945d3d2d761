package dev.affiant.engine;

import dev.affiant.casefile.TargetUrl;
import dev.affiant.evidence.Deadline;
import dev.affiant.evidence.Json;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Rect;
import dev.affiant.evidence.Role;
import dev.affiant.network.Exchange;
import dev.affiant.policy.Decision;
import dev.affiant.policy.Permit;
import dev.affiant.policy.Sighting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * One browser context during one capture: all that a flow can see and do, each act guarded by the
 * permit, bounded in time and written down.
 *
 * <p>Acts throw {@link BrowserFailure} when they do not come to their end. Takings never do: what
 * could not be taken is a shortfall, on record and in the answer, and the rest can still be taken.
 * Owned by the engine's thread.
 */
public final class Session implements AutoCloseable {
  private static final Duration OPENING = Duration.ofSeconds(30);
  private static final Duration NAVIGATION = Duration.ofSeconds(30);
  private static final Duration READING = Duration.ofSeconds(20);
  private static final Duration PICTURING = Duration.ofMinutes(3);
  private static final String SHOT = "chromium Page.captureScreenshot";

  private final Tab tab;
  private final Permit permit;
  private final Recorder recorder;
  private final Acts acts;
  private Optional<Glance> last = Optional.empty();

  private Session(Tab tab, Permit permit, Recorder recorder, Acts acts) {
    this.tab = tab;
    this.permit = permit;
    this.recorder = recorder;
    this.acts = acts;
    acts.probe(tab::glance);
  }

  /** Opens a fresh context on this engine, for the permit's order. */
  public static Session open(Engine engine, Opening opening, Deadline deadline) {
    Acts acts = new Acts(opening.permit(), opening.recorder(), deadline);
    Tab tab = acts.act("open", Json.object(), OPENING, () -> engine.open(opening));
    return new Session(tab, opening.permit(), opening.recorder(), acts);
  }

  /** Starts a navigation and returns when it has committed or failed. */
  public Arrival goTo(TargetUrl url) {
    recorder.moment("navigating");
    ObjectNode with = Json.object().put("url", url.toString());
    Arrival arrival = acts.act("goTo", with, NAVIGATION, () -> tab.goTo(url));
    if (arrival.committed()) {
      recorder.moment("navigated");
    }
    return arrival;
  }

  /** Lets about 20 ms pass, during which events are taken in. */
  public void beat() {
    acts.within(
        Acts.USUAL,
        () -> {
          tab.beat();
          return true;
        });
  }

  /** What the page looks like at this moment. Cheap: to be asked every few beats. */
  public Glance glance() {
    Glance seen = acts.look(tab::glance);
    last = Optional.of(seen);
    return seen;
  }

  /** What gates are told by. */
  public Signs signs(Wanted wanted) {
    return acts.look(() -> tab.signs(wanted));
  }

  /** What the page and its frames asked for and do not use at this moment. */
  public Unfit unfit() {
    return acts.look(tab::unfit);
  }

  /** How many exchanges are under way that are not long-lived streams. */
  public int inFlight() {
    return recorder.inFlight();
  }

  /** The exchanges as known at this moment. */
  public List<Exchange> exchanges() {
    return recorder.exchanges();
  }

  /** What the page and the browser did by themselves so far. */
  public List<Notice> notices() {
    return recorder.notices();
  }

  /** Notes that the page has come to rest. */
  public void settled() {
    recorder.moment("settled");
  }

  /** Scrolls the page's own scroller, and says where it came to. */
  public int scrollTo(int y) {
    return acts.act("scrollTo", Json.object().put("y", y), () -> tab.scrollTo(y));
  }

  /** Elements that match, in document order, open shadow roots searched too; at most so many. */
  public List<Spot> find(String css, int most) {
    return acts.act("find", Json.object().put("css", css), () -> tab.find(css, most));
  }

  /** What elements say that match and show, in document order; at most so many. */
  public List<String> texts(String css, int most) {
    return acts.look(() -> tab.texts(css, most));
  }

  /** How many elements match, counted to a bound; of those that show, or of all. */
  public int count(String css, boolean visible, int most) {
    return acts.look(() -> tab.count(css, visible, most));
  }

  /** Pauses what plays on the page, so that pictures are of one moment. */
  public int pauseMedia() {
    return acts.act("pauseMedia", Json.object(), tab::pauseMedia);
  }

  /** Presses a key that only moves about or closes. */
  public void press(Key key) {
    acts.act("press", Json.object().put("key", key.word()), () -> tab.press(key));
  }

  /** Whether the click guard has nothing against it. */
  public boolean mayClick(Spot spot, Intent intent) {
    return ClickGuard.objection(spot, intent, page()).isEmpty();
  }

  /**
   * Clicks a link or a button, after a picture of the viewport as it was before. False if the click
   * guard has something against it or something else is in its place; the record says what.
   */
  public boolean click(Spot spot, Intent intent) {
    ObjectNode with = clicked(spot, intent);
    Optional<String> objection = ClickGuard.objection(spot, intent, page());
    if (objection.isPresent()) {
      acts.refused("click", with, objection.get());
      return false;
    }
    Taken before = takeViewport("before");
    before.kept().forEach(a -> with.put("before", a.name()));
    return acts.act("click", with, () -> tab.click(spot));
  }

  /** The page's address as it was last seen; a click before any look leads to nowhere known. */
  private String page() {
    return last.map(Glance::url).orElse("");
  }

  /** Asks whether the visit may go on, now that this was seen. */
  public Decision mayStay(Sighting sighting) {
    Decision decision = permit.loaded(sighting);
    recorder.decided(decision);
    return decision;
  }

  /** Takes what this role is; roles that come of one reading are taken together. */
  public Taken take(Role role) {
    return switch (role) {
      case SCREENSHOT_VIEWPORT -> takeViewport("after");
      case SCREENSHOT_FULL -> takeFullPage();
      case RENDERED, RENDERED_FRAME -> takeDom();
      case TEXT_BOXES, VISIBLE_TEXT -> takeWords();
      case MHTML -> takeMhtml();
      default -> throw new IllegalArgumentException("not taken from a page: " + role.word());
    };
  }

  /** The viewport as it is: {@code before} or {@code after} something. */
  public Taken takeViewport(String label) {
    Role role = Role.SCREENSHOT_VIEWPORT;
    return taking(
        role,
        Json.object().put("label", label),
        Acts.USUAL,
        t -> {
          Strip strip = tab.viewport();
          t.file(
              role, strip.png(), SHOT, a -> a.labelled(label).showing(strip.part(), strip.scale()));
        });
  }

  /** One element as it shows. */
  public Taken takeElement(Spot spot, String label) {
    Role role = Role.SCREENSHOT_ELEMENT;
    Rect box = spot.box();
    return taking(
        role,
        Json.object().put("css", spot.css()).put("label", label),
        READING,
        t -> {
          Strip strip = tab.picture(box);
          t.file(role, strip.png(), SHOT, a -> a.labelled(label).showing(box, strip.scale()));
        });
  }

  /** The whole page: one picture, or exact strips from the top. Each is filed as it comes. */
  public Taken takeFullPage() {
    Role role = Role.SCREENSHOT_FULL;
    recorder.moment("shotBegun");
    Taken taken =
        taking(
            role,
            Json.object(),
            PICTURING,
            t -> {
              double[] end = {0};
              List<Reason> wrong =
                  tab.fullPage(
                      strip -> {
                        t.file(
                            role, strip.png(), SHOT, a -> a.showing(strip.part(), strip.scale()));
                        end[0] = strip.part().y() + strip.part().height();
                      });
              wrong.forEach(t::fellShort);
              inner(end[0]).ifPresent(t::fellShort);
            });
    recorder.moment("shotEnded");
    return taken;
  }

  /** Of a page that scrolls inside a box of its own, only what shows of the box is pictured. */
  private Optional<Reason> inner(double pictured) {
    return last.filter(g -> pictured <= permit.order().view().height() + 1)
        .filter(g -> g.pageHeight() > pictured + 1)
        .map(
            g ->
                new Reason(
                    "truncated:screenshot-full",
                    "the page scrolls inside a box, %d px high; %.0f px of it show"
                        .formatted(g.pageHeight(), pictured)));
  }

  /** The DOM of the page and of every frame in it. */
  public Taken takeDom() {
    return taking(Role.RENDERED, Json.object(), READING, t -> tab.dom().forEach(d -> file(t, d)));
  }

  private static void file(Takings takings, FrameDom dom) {
    boolean page = dom.frame().equals("0");
    Role role = page ? Role.RENDERED : Role.RENDERED_FRAME;
    if (!dom.html().isEmpty()) {
      byte[] bytes = dom.html().getBytes(StandardCharsets.UTF_8);
      takings.file(
          role, bytes, "affiant dom.js", a -> page ? a : a.labelled(dom.frame()).of(dom.url()));
    }
    if (!dom.failure().isEmpty()) {
      String code = dom.html().isEmpty() ? "missing:" : "truncated:";
      takings.fellShort(code + role.word(), dom.url() + ": " + dom.failure());
    }
  }

  /** Every visible word with its box, and the visible text. */
  public Taken takeWords() {
    return taking(
        Role.TEXT_BOXES,
        Json.object(),
        READING,
        t -> {
          Words words = tab.words();
          byte[] text = (words.text() + "\n").getBytes(StandardCharsets.UTF_8);
          t.file(Role.TEXT_BOXES, WordLines.of(words), "affiant words.js", a -> a);
          t.file(Role.VISIBLE_TEXT, text, "affiant words.js", a -> a);
          if (!words.cut().isEmpty()) {
            t.fellShort("truncated:text-boxes", words.cut());
          }
        });
  }

  /** The page in one file, as the browser writes it. */
  public Taken takeMhtml() {
    return taking(
        Role.MHTML,
        Json.object(),
        READING,
        t -> t.file(Role.MHTML, tab.mhtml(), "chromium Page.captureSnapshot", a -> a));
  }

  private Taken taking(Role role, ObjectNode with, Duration limit, Consumer<Takings> work) {
    Takings takings = new Takings(recorder);
    try {
      acts.act(
          "take " + role.word(),
          with,
          limit,
          () -> {
            work.accept(takings);
            return true;
          });
    } catch (BrowserFailure e) {
      String found = takings.taken().kept().isEmpty() ? "missing:" : "truncated:";
      takings.fellShort(found + role.word(), e.kind() + ": " + e.getMessage());
    }
    return takings.taken();
  }

  private static ObjectNode clicked(Spot spot, Intent intent) {
    ObjectNode with = Json.object().put("intent", intent.word());
    with.put("css", spot.css()).put("tag", spot.tag()).put("role", spot.role());
    with.put("name", spot.name()).put("href", spot.href());
    Rect box = spot.box();
    with.putArray("box").add(box.x()).add(box.y()).add(box.width()).add(box.height());
    return with;
  }

  /** Closes tab and context, if they can be closed within two seconds. */
  @Override
  public void close() {
    acts.lookedEnough();
    try {
      Leash.run(Duration.ofSeconds(2), tab::close);
    } catch (BrowserFailure e) {
      ObjectNode with = Json.object();
      recorder.did(new Action(recorder.now(), 0, "close", with, e.kind() + ": " + e.getMessage()));
    }
  }
}
