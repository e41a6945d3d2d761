/**
 * The Playwright engine: finds, starts and drives a Chromium.
 *
 * <p>Only {@code app} names it. The only room that touches Playwright's library. Touches processes,
 * and the cache where the driver is unpacked.
 */
@NullMarked
package dev.affiant.engine.playwright;

import org.jspecify.annotations.NullMarked;
