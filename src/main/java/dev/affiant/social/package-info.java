/**
 * What records say in the words of social media: items, the accounts behind them, numbers, ties,
 * times and places; and the same for other programs to read.
 *
 * <p>Doors call it. Sees {@code evidence} and {@code address}. Pure: it reads a sealed record and
 * adds nothing that is not in it; what it concludes says that it is derived, and how.
 */
@NullMarked
package dev.affiant.social;

import org.jspecify.annotations.NullMarked;
