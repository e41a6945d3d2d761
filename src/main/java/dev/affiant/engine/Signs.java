package dev.affiant.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What gates are told by on a page, read in one call. It is the page's own document that is looked
 * at, not its frames.
 *
 * @param headings the first that show, {@code h1} and {@code h2}
 * @param text what the main part says, a line for each block, at most 4,000 characters: nothing of
 *     headers, footers and navigation where no main part is marked, nothing of what lies over it
 * @param words how many words that part has, counted to 2,000
 * @param fields how many fields show that take text, passwords and searches left out
 * @param over what lies over the middle of the window
 * @param frames inline frames that show
 * @param marks elements that were looked for and show
 * @param lock what the publisher's structured data says of access
 * @param metas what meta elements ask of machines: {@code meta robots: noai}
 * @param data values in JSON of the page that was asked for, by their places in {@link Wanted}
 */
public record Signs(
    List<String> headings,
    String text,
    int words,
    int fields,
    Optional<Over> over,
    List<Shown> frames,
    List<Mark> marks,
    Lock lock,
    List<String> metas,
    Map<Integer, String> data) {

  public static final Signs NONE =
      new Signs(
          List.of(),
          "",
          0,
          0,
          Optional.empty(),
          List.of(),
          List.of(),
          new Lock(false, -1),
          List.of(),
          Map.of());

  public Signs {
    headings = List.copyOf(headings);
    frames = List.copyOf(frames);
    marks = List.copyOf(marks);
    metas = List.copyOf(metas);
    data = Map.copyOf(data);
  }

  /**
   * A box that is lifted out of the page, over its middle.
   *
   * @param share of the window that it takes, 0 to 1
   * @param password whether a password field shows in it
   */
  public record Over(String text, int words, double share, boolean password) {}

  /**
   * A frame that shows.
   *
   * @param what its address, as the markup has it
   * @param share of the window that it takes, 0 to 1
   * @param middle whether it lies over the middle of the window
   */
  public record Shown(String what, double share, boolean middle) {}

  /** An element that shows, of the selector at this place. */
  public record Mark(int index, double share, boolean middle) {}

  /**
   * Structured data that says {@code isAccessibleForFree: false}.
   *
   * @param region how many words show of the part that it names; -1 if it names none that is there
   */
  public record Lock(boolean stated, int region) {}
}
