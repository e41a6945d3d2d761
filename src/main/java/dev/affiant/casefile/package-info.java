/**
 * Why we look, and at what: cases, orders, occasions, the lab's host map.
 *
 * <p>Doors make orders; policy, egress, engines and the stories read them. Sees evidence and seal.
 * Pure: no disk, net, database or clock.
 */
@NullMarked
package dev.affiant.casefile;

import org.jspecify.annotations.NullMarked;
