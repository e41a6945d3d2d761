/**
 * The command line: parses, calls, prints. No decisions.
 *
 * <p>Only {@code app} calls it, and hands it the house. It reads the files that options name and
 * writes those that people ask for; everything else it leaves to the rooms. The only room that
 * writes to standard output and standard error.
 */
@NullMarked
package dev.affiant.cli;

import org.jspecify.annotations.NullMarked;
