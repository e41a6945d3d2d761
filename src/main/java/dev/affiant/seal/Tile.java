package dev.affiant.seal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of one file of a ledger in tiles: up to 256 consecutive hashes of one level, or up to
 * 256 consecutive entries.
 *
 * <pre>
 * tile/0/000                 the hashes of entries 0 to 255
 * tile/0/x001/x234/067.p/7   the first 7 of the tile with index 1234067
 * tile/entries/002           entries 512 to 767
 * </pre>
 *
 * <p>Source: c2sp.org/tlog-tiles.
 *
 * @param level 0 for leaf hashes, each level above 256 times coarser; {@link #ENTRIES} for entries
 * @param index of the tile within its level
 * @param width how many hashes or entries there are, 1 to 256
 */
public record Tile(int level, long index, int width) {
  /** The level of a bundle of entries. */
  public static final int ENTRIES = -1;

  /** How many hashes or entries a full tile has. */
  public static final int FULL = 256;

  private static final Pattern FORM =
      Pattern.compile("tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

  public Tile {
    if (level < ENTRIES || level > 63 || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException("no such tile: " + level + " " + index + " " + width);
    }
  }

  /** The path below the ledger's directory. */
  public String path() {
    String number = "%03d".formatted(index % 1000);
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      number = "x%03d/%s".formatted(rest % 1000, number);
    }
    String kind = level == ENTRIES ? "entries" : Integer.toString(level);
    return "tile/" + kind + "/" + number + (width == FULL ? "" : ".p/" + width);
  }

  /**
   * The tile so named.
   *
   * @throws IllegalArgumentException if no tile has that path
   */
  public static Tile parse(String path) {
    Matcher form = FORM.matcher(path);
    if (!form.matches() || form.group(2).length() > 23) {
      throw new IllegalArgumentException("not a tile: " + path);
    }
    int level = form.group(1).equals("entries") ? ENTRIES : Integer.parseInt(form.group(1));
    long index = Long.parseLong(form.group(2).replaceAll("[x/]", ""));
    int width = form.group(3) == null ? FULL : Integer.parseInt(form.group(3));
    Tile tile = new Tile(level, index, width);
    if (!tile.path().equals(path)) {
      throw new IllegalArgumentException("not a tile: " + path);
    }
    return tile;
  }

  /**
   * The tile with this index as it is in a ledger of {@code size} entries.
   *
   * @throws IllegalArgumentException if such a ledger has nothing there
   */
  public static Tile in(long size, int level, long index) {
    long hashes = level == ENTRIES ? size : hashes(size, level);
    return new Tile(level, index, (int) Math.min(FULL, hashes - index * FULL));
  }

  /** How many hashes a level has in a ledger of {@code size} entries. */
  public static long hashes(long size, int level) {
    return level >= 8 ? 0 : size >> (8 * level);
  }

  /** The same tile when it is full. */
  public Tile full() {
    return new Tile(level, index, FULL);
  }

  public boolean partial() {
    return width < FULL;
  }
}
