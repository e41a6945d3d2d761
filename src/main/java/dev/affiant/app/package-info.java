/**
 * Main and the wiring: the only place that builds engines, stores and rulebooks.
 *
 * <p>Nothing calls it but the JVM. Touches the environment, the system's clock and, for the doctor,
 * whatever of this machine a capture needs.
 */
@NullMarked
package dev.affiant.app;

import org.jspecify.annotations.NullMarked;
