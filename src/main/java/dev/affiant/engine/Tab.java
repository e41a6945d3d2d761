package dev.affiant.engine;

import dev.affiant.casefile.TargetUrl;
import dev.affiant.evidence.Reason;
import dev.affiant.evidence.Rect;
import java.util.List;
import java.util.function.Consumer;

/**
 * One browser context with one page, as an engine gives it. Only {@link Session} uses it. Every
 * call may block until the browser answers; an interrupt or {@link Engine#kill} breaks it with
 * {@link BrowserFailure}. Owned by one thread.
 */
public interface Tab extends AutoCloseable {

  /** Starts a navigation and returns when it has committed or failed. */
  Arrival goTo(TargetUrl url);

  /** Lets about 20 ms pass, during which events are taken in and queued commands sent. */
  void beat();

  Glance glance();

  /** What gates are told by. */
  Signs signs(Wanted wanted);

  /** What the page and its frames asked for and do not use. */
  Unfit unfit();

  /** Scrolls the page's own scroller, and says where it came to. */
  int scrollTo(int y);

  /** Elements that match, in document order, open shadow roots searched too; at most so many. */
  List<Spot> find(String css, int most);

  /** What elements say that match and show, in document order; at most so many. */
  List<String> texts(String css, int most);

  /** How many elements match, counted to a bound; of those that show, or of all. */
  int count(String css, boolean visible, int most);

  /** Pauses what plays on the page, and says how many did. */
  int pauseMedia();

  /** Presses a key. */
  boolean press(Key key);

  /** Clicks the middle of an element as a mouse would; false if something covers it. */
  boolean click(Spot spot);

  /** The viewport as it is. */
  Strip viewport();

  /** A part of the page. */
  Strip picture(Rect part);

  /**
   * The whole page: one picture, or exact strips from the top when it is very tall. Says what is
   * wrong with them: that the page goes on below, that a part came back blank.
   */
  List<Reason> fullPage(Consumer<Strip> each);

  /** The page and every frame in it. */
  List<FrameDom> dom();

  Words words();

  byte[] mhtml();

  @Override
  void close();
}
