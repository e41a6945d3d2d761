package dev.affiant.engine.cdp;

import java.util.Locale;

/**
 * Something that a page consists of and that has a session of its own.
 *
 * @param id the browser's name for it; for a frame, the frame's id too
 * @param kind the browser's word: {@code page}, {@code iframe}, {@code worker}, {@code
 *     shared_worker}, {@code service_worker}
 */
record Target(String id, String kind, String url, Cdp cdp) {

  /** The word that the network record uses for it. */
  String word() {
    return kind.equals("iframe") ? "frame" : kind.replace('_', '-').toLowerCase(Locale.ROOT);
  }

  boolean frame() {
    return kind.equals("page") || kind.equals("iframe");
  }
}
