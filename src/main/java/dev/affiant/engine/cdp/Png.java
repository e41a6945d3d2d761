package dev.affiant.engine.cdp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A PNG as the browser encodes pictures: looked into, never changed.
 *
 * <p>Source: ISO/IEC 15948 (PNG).
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] END = {0, 0, 0, 0, 'I', 'E', 'N', 'D'};
  private static final int HEAD = 33;

  private final byte[] bytes;

  /** A run of rows in one single colour, as it would come from a part that was not painted. */
  record Blank(int from, int to, String colour) {}

  private Png(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * These bytes as a PNG.
   *
   * @throws IllegalArgumentException if they do not begin and end as one
   */
  static Png of(byte[] bytes) {
    if (bytes.length < HEAD + 12
        || !Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
      throw new IllegalArgumentException("not a PNG of " + bytes.length + " bytes");
    }
    int end = bytes.length - 12;
    if (!Arrays.equals(bytes, end, end + END.length, END, 0, END.length)) {
      throw new IllegalArgumentException("a PNG that is cut off");
    }
    return new Png(bytes);
  }

  int width() {
    return number(16);
  }

  int height() {
    return number(20);
  }

  /**
   * Runs of at least so many rows that are one single colour from edge to edge, longest first.
   * Reads the picture row by row and never holds more than two of them.
   */
  List<Blank> blanks(int least) {
    Rows rows = new Rows(width(), channels());
    List<Blank> found = new ArrayList<>();
    Inflater inflater = new Inflater();
    try {
      int start = 0;
      int colour = -1;
      Reader reader = new Reader(inflater);
      for (int y = 0; y < height(); y++) {
        int now = rows.next(reader);
        if (now != colour || now < 0) {
          add(found, start, y, colour, least);
          start = y;
          colour = now;
        }
      }
      add(found, start, height(), colour, least);
    } finally {
      inflater.end();
    }
    found.sort((a, b) -> Integer.compare(b.to() - b.from(), a.to() - a.from()));
    return found;
  }

  private static void add(List<Blank> found, int from, int to, int colour, int least) {
    if (colour >= 0 && to - from >= least) {
      String css = "rgb(%d, %d, %d)".formatted(colour >> 16, colour >> 8 & 0xff, colour & 0xff);
      found.add(new Blank(from, to, css));
    }
  }

  private int channels() {
    int depth = bytes[24];
    int kind = bytes[25];
    if (depth != 8 || (kind != 2 && kind != 6) || bytes[28] != 0) {
      throw new IllegalArgumentException("a PNG of depth " + depth + " and kind " + kind);
    }
    return kind == 2 ? 3 : 4;
  }

  private int number(int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }

  /** What the IDAT chunks hold, inflated. */
  private final class Reader {
    private final Inflater inflater;
    private int chunk = SIGNATURE.length;

    Reader(Inflater inflater) {
      this.inflater = inflater;
    }

    void fill(byte[] into) {
      int at = 0;
      try {
        while (at < into.length) {
          int got = inflater.inflate(into, at, into.length - at);
          at += got;
          if (got == 0 && (inflater.finished() || !feed())) {
            throw new IllegalArgumentException("a PNG that ends too early");
          }
        }
      } catch (DataFormatException e) {
        throw new IllegalArgumentException("a PNG that does not inflate", e);
      }
    }

    /** Hands on the next piece of the picture, if there is one. */
    private boolean feed() {
      while (chunk + 12 <= bytes.length) {
        int length = number(chunk);
        int data = chunk + 8;
        if (length < 0 || data + length + 4 > bytes.length) {
          return false;
        }
        boolean picture = bytes[chunk + 4] == 'I' && bytes[chunk + 5] == 'D';
        chunk = data + length + 4;
        if (picture) {
          inflater.setInput(bytes, data, length);
          return true;
        }
      }
      return false;
    }
  }

  /** Two rows at a time, with the filters undone. */
  private static final class Rows {
    private final int channels;
    private final byte[] coded;
    private final byte[] zeros;
    private byte[] row;
    private byte[] above;
    private int colour;

    Rows(int width, int channels) {
      this.channels = channels;
      this.coded = new byte[1 + width * channels];
      this.zeros = new byte[coded.length];
      this.row = new byte[width * channels];
      this.above = new byte[width * channels];
    }

    /** Takes the next row, and gives its colour if it has but one, else -1. */
    int next(Reader reader) {
      reader.fill(coded);
      if (coded[0] == 2 && Arrays.equals(coded, 1, coded.length, zeros, 1, zeros.length)) {
        return colour; // the same as the row above
      }
      byte[] swap = above;
      above = row;
      row = swap;
      undo(coded[0]);
      colour = single();
      return colour;
    }

    private void undo(int filter) {
      for (int i = 0; i < row.length; i++) {
        int left = i < channels ? 0 : row[i - channels] & 0xff;
        int up = above[i] & 0xff;
        int corner = i < channels ? 0 : above[i - channels] & 0xff;
        int guess =
            switch (filter) {
              case 0 -> 0;
              case 1 -> left;
              case 2 -> up;
              case 3 -> (left + up) / 2;
              case 4 -> paeth(left, up, corner);
              default -> throw new IllegalArgumentException("a PNG with filter " + filter);
            };
        row[i] = (byte) (coded[i + 1] + guess);
      }
    }

    private static int paeth(int left, int up, int corner) {
      int estimate = left + up - corner;
      int toLeft = Math.abs(estimate - left);
      int toUp = Math.abs(estimate - up);
      int toCorner = Math.abs(estimate - corner);
      if (toLeft <= toUp && toLeft <= toCorner) {
        return left;
      }
      return toUp <= toCorner ? up : corner;
    }

    private int single() {
      int length = row.length;
      if (!Arrays.equals(row, 0, length - channels, row, channels, length)) {
        return -1;
      }
      return (row[0] & 0xff) << 16 | (row[1] & 0xff) << 8 | (row[2] & 0xff);
    }
  }
}
