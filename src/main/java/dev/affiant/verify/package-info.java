/**
 * Verdicts on anything that holds evidence.
 *
 * <p>Doors call it. Pure: it asks a Holding and a Log for bytes, and opens nothing itself.
 */
@NullMarked
package dev.affiant.verify;

import org.jspecify.annotations.NullMarked;
