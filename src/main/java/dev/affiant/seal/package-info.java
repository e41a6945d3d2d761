/**
 * Facts as bytes: filings, the manifest, ledger entries, the Merkle tree over them, the signed
 * checkpoint, and proofs.
 *
 * <p>Store, verify, catalogue and every story use it; it sees only {@code evidence}. Pure: bytes
 * in, bytes out, no disk, net, database or clock.
 */
@NullMarked
package dev.affiant.seal;

import org.jspecify.annotations.NullMarked;
