/**
 * The other stories: cases, exports, hand-over, keys; each act an entry.
 *
 * <p>Doors call it. Touches the world only through the rooms it sees.
 */
@NullMarked
package dev.affiant.custody;

import org.jspecify.annotations.NullMarked;
