/**
 * The command line: parses, calls, prints. No decisions.
 *
 * <p>The only room that writes to standard output and standard error.
 */
@NullMarked
package dev.affiant.cli;

import org.jspecify.annotations.NullMarked;
