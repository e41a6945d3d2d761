/**
 * The network record as WARC 1.1, and captures packed as WACZ 1.1.1.
 *
 * <p>The capture and custody stories call it. Bytes in, bytes out; no clock of its own.
 */
@NullMarked
package dev.affiant.warc;

import org.jspecify.annotations.NullMarked;
