package dev.affiant.catalogue;

import dev.affiant.catalogue.Truth.Filed;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Makes the rows for some types of entry. A room that brings new types brings a projector and a
 * migration of its own; the catalogue holds no fact that no projector makes.
 */
interface Projector {

  /** The types of entry, as written. */
  Set<String> types();

  /**
   * Makes the rows of one entry whose document could be read. Called in the ledger's order, in a
   * transaction.
   *
   * @return false if it is another end of what has one already; then it made none
   */
  boolean project(Filed filed, Handle rows);
}
