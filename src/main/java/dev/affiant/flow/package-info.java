/**
 * Performs a capture's steps on a session: waits until the page is ready, tells what stands before
 * it (gates), takes what was planned, and judges how complete it is.
 *
 * <p>The capture story calls it. Pure but for the session.
 */
@NullMarked
package dev.affiant.flow;

import org.jspecify.annotations.NullMarked;
