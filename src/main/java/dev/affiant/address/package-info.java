/**
 * Which address is which page of which platform, and whose site it is on: forms, wrappers, short
 * links, trackers, canonical spelling, times hidden in ids, registered domains.
 *
 * <p>The stories index captures and notice moves to other sites by it. Sees only {@code evidence}.
 * Pure: no disk, net, database or clock; the public suffix list comes with its library.
 */
@NullMarked
package dev.affiant.address;

import org.jspecify.annotations.NullMarked;
