/**
 * The bench: does a piece of work bare and does it our way, by turns in one run, and gives each
 * figure as a ratio of the two.
 *
 * <p>Only the door {@code bench} calls it. It serves its own pages over loopback, keeps its stores
 * in a directory of its own, and starts processes: this program, Playwright's node, openssl. What
 * each figure means is in {@code docs/bench.md}.
 */
@NullMarked
package dev.affiant.bench;

import org.jspecify.annotations.NullMarked;
