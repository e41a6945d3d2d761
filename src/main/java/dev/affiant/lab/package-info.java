/**
 * Fixture sites on loopback, for the demonstration, the bench and the tests.
 *
 * <p>Doors and tests start it. Touches loopback sockets only.
 */
@NullMarked
package dev.affiant.lab;

import org.jspecify.annotations.NullMarked;
