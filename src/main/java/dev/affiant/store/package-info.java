/**
 * Ledger, objects, staging, locks and keys: one directory of plain files, which is the truth.
 *
 * <p>The stories and the catalogue use it. Touches the disk; opens no database.
 */
@NullMarked
package dev.affiant.store;

import org.jspecify.annotations.NullMarked;
