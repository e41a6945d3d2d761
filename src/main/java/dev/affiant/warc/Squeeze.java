package dev.affiant.warc;

import java.util.zip.Deflater;

/** How hard to compress: not at all what will not shrink, since trying costs most of the time. */
final class Squeeze {
  private static final int PROBE = 1 << 14;

  private Squeeze() {}

  /** The deflate level for something that begins, or goes on, like these bytes. */
  static int of(byte[] bytes, int length) {
    if (length < PROBE) {
      return Deflater.DEFAULT_COMPRESSION;
    }
    Deflater probe = new Deflater(Deflater.BEST_SPEED, true);
    try {
      probe.setInput(bytes, length - PROBE, PROBE);
      probe.finish();
      int squeezed = probe.deflate(new byte[PROBE]);
      return squeezed > PROBE * 15 / 16 ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION;
    } finally {
      probe.end();
    }
  }
}
