package dev.affiant.social;

import dev.affiant.evidence.Sha256;
import java.time.Instant;

/**
 * An item as one capture showed it.
 *
 * @param capture the index of the capture's entry in the ledger
 * @param outcome how the capture ended: of one that is ABSENT, the item is what stood in its place
 * @param records the hash of the sealed record that it was read from
 * @param url where the capture ended
 * @param at when the capture ended
 * @param lab whether it was a fixture page, and nothing of the web
 */
public record Look(
    Item item, long capture, String outcome, Sha256 records, String url, Instant at, boolean lab) {}
