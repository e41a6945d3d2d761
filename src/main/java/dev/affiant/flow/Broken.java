package dev.affiant.flow;

import dev.affiant.engine.Notice;
import dev.affiant.engine.Unfit;
import dev.affiant.evidence.Reason;
import dev.affiant.network.Answer;
import dev.affiant.network.Ending;
import dev.affiant.network.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the server sent with success, and what the page lacks all the same, because it is not what
 * it should be.
 *
 * <pre>
 * broken:image       more images show nothing than requests for images failed
 * broken:font        the same of fonts
 * broken:media       the same of videos and sounds
 * broken:stylesheet  it came, and is in no document: its digest or its media type is another
 * broken:script      it came, and the browser's own log says that it was not run
 * </pre>
 *
 * <p>Known holes: pictures that only style sheets name are not looked at. A script that is run and
 * throws is not broken: every browser would do the same.
 */
final class Broken {
  private final List<Exchange> exchanges;
  private final List<Reason> found = new ArrayList<>();

  private Broken(List<Exchange> exchanges) {
    this.exchanges = exchanges;
  }

  /**
   * @param notices what the page and the browser said
   */
  static List<Reason> of(Unfit unfit, List<Exchange> exchanges, List<Notice> notices) {
    Broken broken = new Broken(exchanges);
    broken.more("image", unfit.images(), "images show nothing");
    broken.more("font", unfit.fonts(), "fonts cannot be used");
    broken.more("media", unfit.media(), "videos or sounds cannot be played");
    unfit.unused().forEach(url -> broken.sheet(url, false));
    unfit.empty().forEach(url -> broken.sheet(url, true));
    notices.forEach(broken::script);
    return broken.found.stream().distinct().toList();
  }

  private void more(String kind, int seen, String words) {
    long failed =
        exchanges.stream()
            .filter(e -> e.kind().equals(kind))
            .filter(e -> Accounting.of(e).effect() == Effect.PARTIAL)
            .count();
    if (seen > failed) {
      found.add(new Reason("broken:" + kind, seen + " " + words));
    }
  }

  private void sheet(String url, boolean byType) {
    came("stylesheet", url)
        .filter(e -> !byType || (!type(e).isEmpty() && !type(e).equals("text/css")))
        .ifPresent(e -> add("stylesheet", url, "the document does not use it, as " + type(e)));
  }

  private void script(Notice notice) {
    if (!notice.kind().equals(Notice.BROWSER) || !notice.level().equals("error")) {
      return;
    }
    exchanges.stream()
        .filter(e -> e.kind().equals("script") && names(notice, e.url()))
        .filter(Broken::whole)
        .findFirst()
        .ifPresent(e -> add("script", e.url(), notice.text()));
  }

  private static boolean names(Notice notice, String url) {
    return notice.url().equals(url) || notice.text().contains("'" + url + "'");
  }

  private Optional<Exchange> came(String kind, String url) {
    String bare = url.replaceFirst("#.*", "");
    return exchanges.stream()
        .filter(e -> e.kind().equals(kind) && e.url().equals(bare))
        .filter(Broken::whole)
        .findFirst();
  }

  private static boolean whole(Exchange e) {
    int status = e.answer().map(Answer::status).orElse(0);
    return e.ending() == Ending.FINISHED && status >= 200 && status < 300;
  }

  private static String type(Exchange e) {
    String value = e.header("content-type").orElse("");
    return value.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private void add(String kind, String url, String words) {
    found.add(new Reason("broken:" + kind, Accounting.place(url) + ": " + words));
  }
}
