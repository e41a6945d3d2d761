package dev.affiant.engine.cdp;

import java.util.Map;

/**
 * The sessions of those frames that live in processes of their own. Frames of the page's own
 * process are reached through the page's session and are not here.
 */
@FunctionalInterface
public interface Frames {
  /** A page all of whose frames are in its own process. */
  Frames NONE = Map::of;

  /**
   * The session of each such frame by the frame's id, which is its target's id too; those that are
   * there at this moment, nested ones included.
   */
  Map<String, Cdp> apart();
}
