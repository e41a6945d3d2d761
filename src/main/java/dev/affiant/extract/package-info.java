/**
 * Reads kept pages offline: what a profile names is looked for in kept bytes, and becomes records
 * of which every value says where it stands.
 *
 * <p>The capture story and doors call it. Sees {@code evidence}, {@code address} and {@code
 * profile}. Pure: no browser, no net, no clock but the capture's own time, no locale of the
 * machine; the same bytes give the same bytes, everywhere.
 */
@NullMarked
package dev.affiant.extract;

import org.jspecify.annotations.NullMarked;
