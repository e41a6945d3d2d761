package dev.affiant.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What a page and its frames have asked for and do not use, as they stand at this moment; whether
 * it came is not known here.
 *
 * @param images that have an address and a box, and show nothing
 * @param fonts that could not be loaded or read
 * @param media videos and sounds that cannot be played
 * @param unused addresses of style sheets that are linked, and that the document has not
 * @param empty addresses of style sheets whose rules are none or cannot be read, in documents that
 *     take only what says that it is one
 */
public record Unfit(int images, int fonts, int media, List<String> unused, List<String> empty) {
  public static final Unfit NOTHING = new Unfit(0, 0, 0, List.of(), List.of());

  public Unfit {
    unused = List.copyOf(unused);
    empty = List.copyOf(empty);
  }

  /** This and that of another frame. */
  public Unfit and(Unfit other) {
    return new Unfit(
        images + other.images,
        fonts + other.fonts,
        media + other.media,
        both(unused, other.unused),
        both(empty, other.empty));
  }

  private static List<String> both(List<String> one, List<String> two) {
    List<String> all = new ArrayList<>(one);
    all.addAll(two);
    return all;
  }
}
