/**
 * The story of one capture: order, decision, flow, outcome, manifest, entry.
 *
 * <p>Doors call it. It sees nearly every room and touches the world only through them.
 */
@NullMarked
package dev.affiant.capture;

import org.jspecify.annotations.NullMarked;
