/**
 * Both sides of a capture's traffic: what the browser saw of each request, and what the lane saw of
 * each connection, joined into one network record.
 *
 * <p>Engines and the egress lane fill it; warc, flow and capture read it. Sees only {@code
 * evidence}. Pure: no disk, net, database or clock.
 */
@NullMarked
package dev.affiant.network;

import org.jspecify.annotations.NullMarked;
