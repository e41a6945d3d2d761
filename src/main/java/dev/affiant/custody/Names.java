package dev.affiant.custody;

import java.util.UUID;

/** Ids as people write them. */
final class Names {
  private static final int SHORTEST = 6;

  private Names() {}

  /** Whether an id, or its last block, begins with this. */
  static boolean alike(UUID id, String named) {
    String text = id.toString();
    return named.length() >= SHORTEST
        && (text.startsWith(named) || text.substring(24).startsWith(named));
  }
}
