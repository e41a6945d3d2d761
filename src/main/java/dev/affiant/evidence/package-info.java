/**
 * The nouns of evidence: hashes, artifacts, outcomes, and where bytes come in and go out.
 *
 * <p>Every room may use it; it uses none of ours. Pure: it touches no disk, net, database or clock.
 */
@NullMarked
package dev.affiant.evidence;

import org.jspecify.annotations.NullMarked;
