/**
 * Lanes: one proxy port for each capture, the only way out for the browser and for our own
 * requests.
 *
 * <p>The stories open lanes; engines are pointed at them. Touches the net; resolves each name once,
 * asks policy's boundary about every address, connects to what was checked, and logs it.
 */
@NullMarked
package dev.affiant.egress;

import org.jspecify.annotations.NullMarked;
