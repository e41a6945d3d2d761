package dev.affiant.warc;

import java.util.zip.Deflater;

/**
 * How hard to compress: not at all what will not shrink, since trying costs most of the time; and
 * else at the level that takes half the default's time.
 */
final class Squeeze {
  private static final int PROBE = 1 << 14;
  private static final int LEVEL = 3;

  private Squeeze() {}

  /** The deflate level for something that begins, or goes on, like these bytes. */
  static int of(byte[] bytes, int length) {
    if (length < PROBE) {
      return LEVEL;
    }
    Deflater probe = new Deflater(Deflater.BEST_SPEED, true);
    try {
      probe.setInput(bytes, length - PROBE, PROBE);
      probe.finish();
      int squeezed = probe.deflate(new byte[PROBE]);
      return squeezed > PROBE * 15 / 16 ? Deflater.NO_COMPRESSION : LEVEL;
    } finally {
      probe.end();
    }
  }
}
