/**
 * Platforms as data: which pages a profile is for, which gates stand before them, which steps a
 * careful visitor takes, when the page has come, what to keep, and how it is read. Reads profiles
 * strictly, so that an unsafe one cannot be written.
 *
 * <p>The flow performs them, {@code extract} reads by them, doors list and check them. Sees {@code
 * evidence} and {@code address}. Pure: it is handed bytes.
 */
@NullMarked
package dev.affiant.profile;

import org.jspecify.annotations.NullMarked;
