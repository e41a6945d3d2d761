package dev.affiant.store;

import dev.affiant.evidence.Sha256;
import java.util.UUID;

/**
 * What the store answers once a fact is on record: where it stands, and the head that covers it. It
 * is given only when both are durable.
 *
 * @param type the entry's, as written: {@code capture}
 * @param id the record's own id
 * @param index of the entry, counted from 0
 * @param treeSize how many entries the head covers
 * @param commit what the entry commits to: the SHA-256 of the filing
 * @param root of the tree of that size
 */
public record Receipt(
    String type, UUID id, long index, long treeSize, Sha256 commit, Sha256 root) {}
