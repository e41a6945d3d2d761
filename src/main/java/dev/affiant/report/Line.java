package dev.affiant.report;

import dev.affiant.evidence.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One capture in one line:
 *
 * <pre>#2    COMPLETE     mastodon.lab/@ada/103270115826048975   15 artifacts  1.9 MB  1.8 s</pre>
 *
 * @param url the page's; shown as host and path
 * @param artifacts how many were kept; none for an order that was refused
 */
public record Line(
    long index,
    String outcome,
    String url,
    List<Reason> reasons,
    int artifacts,
    long bytes,
    Optional<Duration> took) {
  private static final int PLACE = 56;
  private static final int REASON = 100;
  private static final int REASONS = 2;

  public Line {
    reasons = List.copyOf(reasons);
  }

  /** The line, without anything that could act on a terminal. */
  public String text() {
    String place = place(url, PLACE);
    String why = why();
    String what = why.isEmpty() ? Columns.pad(place, PLACE) : place + ": " + why;
    return (Columns.pad("#" + index, 5)
            + " "
            + Columns.pad(Harmless.line(outcome, 11), 11)
            + "  "
            + what
            + "  "
            + figures())
        .stripTrailing();
  }

  private String figures() {
    StringBuilder figures = new StringBuilder();
    if (artifacts > 0) {
      figures.append(Figures.count(artifacts, "artifact")).append("  ");
      figures.append(Figures.size(bytes)).append("  ");
    }
    took.ifPresent(t -> figures.append(Figures.took(t)));
    return figures.toString();
  }

  private String why() {
    String some =
        String.join(
            "; ",
            reasons.stream().limit(REASONS).map(r -> Harmless.line(r.toString(), REASON)).toList());
    int more = reasons.size() - REASONS;
    return more > 0 ? some + "; and " + more + " more" : some;
  }

  /** Host and path of a URL, cut in the middle; harmless. */
  public static String place(String url, int columns) {
    return Harmless.line(url.replaceFirst("^(?i)https?://", ""), columns);
  }
}
