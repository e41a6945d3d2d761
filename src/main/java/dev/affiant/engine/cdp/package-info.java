/**
 * What any Chromium tells over the DevTools protocol: network, hops, tall pictures, shadow DOM,
 * word boxes.
 *
 * <p>Both engines use it over whatever connection they have. Touches nothing but that connection.
 */
@NullMarked
package dev.affiant.engine.cdp;

import org.jspecify.annotations.NullMarked;
