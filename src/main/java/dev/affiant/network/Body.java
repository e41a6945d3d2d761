package dev.affiant.network;

import dev.affiant.evidence.Digest;
import dev.affiant.evidence.Extent;

/**
 * A body that was kept, by its hash in the staging. A browser hands bodies out with their content
 * encoding already undone, so these are the decoded bytes.
 *
 * @param encodedBytes how many bytes came over the wire for it, or -1 if the browser did not say
 */
public record Body(Digest digest, Extent extent, long encodedBytes) {}
