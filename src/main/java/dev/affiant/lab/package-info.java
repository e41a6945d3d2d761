/**
 * Fixture sites on loopback, for the demonstration, the bench and the tests: small servers that are
 * described by a {@code site.yaml} each, can misbehave byte by byte, and keep a log of what they
 * were asked and what they sent, as proof against which a capture is checked.
 *
 * <p>Doors and tests start it. Sees evidence and casefile. Reads the fixtures folder that it is
 * handed and listens on one loopback port; it never connects to anything. The format of {@code
 * site.yaml} is described in {@code fixtures/README.md}.
 */
@NullMarked
package dev.affiant.lab;

import org.jspecify.annotations.NullMarked;
