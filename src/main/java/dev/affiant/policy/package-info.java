/**
 * Decides whether a page may be visited and what may be kept, and alone makes the keys to every
 * dangerous act.
 *
 * <p>The stories ask it; egress and engines hold its keys. Sees evidence and casefile. Pure: every
 * input is gathered and handed in.
 */
@NullMarked
package dev.affiant.policy;

import org.jspecify.annotations.NullMarked;
