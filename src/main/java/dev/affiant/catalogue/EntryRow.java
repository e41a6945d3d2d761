package dev.affiant.catalogue;

import java.util.UUID;

/**
 * An entry of the ledger, and the state of its filing.
 *
 * @param filing {@code filed}, {@code gone}, {@code altered}, {@code unread} or {@code second}
 */
public record EntryRow(long index, String type, UUID id, String filing) {}
