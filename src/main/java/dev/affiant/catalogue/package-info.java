/**
 * The H2 database and the word index projected from a store, and hand-over files.
 *
 * <p>Stories and doors ask it. The only room that touches java.sql. Everything in it can be made
 * again from the store; nothing in it is a fact that is not there.
 */
@NullMarked
package dev.affiant.catalogue;

import org.jspecify.annotations.NullMarked;
